package org.cartwright.orders.timeline;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.cartwright.orders.api.placed.OrderTimeline;
import org.cartwright.orders.placing.OrderEvent;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to orders, written down in the transaction in which it happens. */
@Repository
public class OrderTimelines {

  private static final String NOTE =
      """
      insert into order_event (tenant_id, id, order_id, type, actor, key_id, detail, happened_date)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String TIMELINE =
      "select type, actor, detail, happened_date from order_event where tenant_id = ? and order_id = ? order by id";

  private final JdbcClient jdbc;
  private final OrderQueries orders;

  OrderTimelines(JdbcClient jdbc, OrderQueries orders) {
    this.jdbc = jdbc;
    this.orders = orders;
  }

  /** Writes down what was done to an order, and with which key of the shop. */
  @Transactional(propagation = Propagation.MANDATORY)
  void note(OrderEvent event) {
    var actor = event.by().isOfTheClinic() ? OrderTimeline.Actor.SHOP : OrderTimeline.Actor.SERVICE;
    Trail.changed("placed_order", event.orderId(), "timeline");
    jdbc.sql(NOTE)
        .param(CurrentTenant.id())
        .param(Ids.next("oev"))
        .param(event.orderId())
        .param(event.type().name())
        .param(actor.name())
        .param(event.by().keyId())
        .param(event.detail())
        .param(OffsetDateTime.ofInstant(event.moment(), ZoneOffset.UTC))
        .update();
  }

  /**
   * What happened to an order, in order.
   *
   * @throws Missing if there is none with this id or number
   */
  @Transactional(readOnly = true)
  public OrderTimeline of(String idOrNumber) {
    var order = orders.get(idOrNumber);
    return new OrderTimeline(
        order.id(),
        order.number(),
        jdbc.sql(TIMELINE)
            .param(CurrentTenant.id())
            .param(order.id())
            .query(
                (row, n) ->
                    new OrderTimeline.Event(
                        OrderTimeline.Type.valueOf(row.getString("type")),
                        OrderTimeline.Actor.valueOf(row.getString("actor")),
                        row.getString("detail"),
                        Columns.instant(row, "happened_date")))
            .list());
  }
}
