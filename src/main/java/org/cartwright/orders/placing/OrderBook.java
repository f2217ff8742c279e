package org.cartwright.orders.placing;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartwright.catalog.Products;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.stored.LineStore;
import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where orders are numbered, locked and written down, which is also where whatever is done to one
 * is announced, once.
 */
@Component
class OrderBook {

  private static final String NEXT_NUMBER =
      """
      insert into order_number (tenant_id, last) values (?, 1)
      on conflict (tenant_id) do update set last = order_number.last + 1
      returning last
      """;

  private final OrderRepository orders;
  private final EntityManager entities;
  private final JdbcClient jdbc;
  private final JdbcOperations trips;
  private final ApplicationEventPublisher announcements;

  OrderBook(
      OrderRepository orders,
      EntityManager entities,
      JdbcClient jdbc,
      JdbcOperations trips,
      ApplicationEventPublisher announcements) {
    this.orders = orders;
    this.entities = entities;
    this.jdbc = jdbc;
    this.trips = trips;
    this.announcements = announcements;
  }

  /**
   * The next number of the shop. Whoever else wants one waits until the transaction ends, and gets
   * the same one if that is undone: so there are no gaps. Taken last of all that is locked.
   */
  OrderNumber nextNumber() {
    return new OrderNumber(
        jdbc.sql(NEXT_NUMBER).param(CurrentTenant.id()).query(Long.class).single());
  }

  /** The number of the order that a draft became, if it became one. */
  Optional<OrderNumber> ofDraft(String cartId) {
    return orders.numberOf(cartId).map(OrderNumber::new);
  }

  /**
   * An order by its id or number, locked until the transaction ends.
   *
   * @throws Missing if there is none
   * @throws ErasedPerson if its customer was erased
   */
  PlacedOrder lock(String idOrNumber) {
    var order =
        OrderNumber.in(idOrNumber)
            .map(number -> orders.lockByNumber(number.value()))
            .orElseGet(
                () -> Ids.isPossible(idOrNumber) ? orders.lock(idOrNumber) : Optional.empty())
            .orElseThrow(() -> Missing.a("Order"));
    ErasedPerson.refuse(order.erasedDate());
    order.takeIn(orders.fulfilmentOf(order.id()).orElse(null));
    return order;
  }

  /**
   * Writes down a new order with its lines, which never change, in one batch; each with what its
   * item is called today among the variants of its product.
   */
  void open(PlacedOrder order, LineItems items, Instant now) {
    entities.persist(order);
    var labels = labels(items);
    new LineStore<StoredOrderLine>(
            entities, id -> new StoredOrderLine(id, order.id(), labels.get(id)))
        .become(List.of(), items.lines());
    write(order, now);
  }

  /** By line, as which variant of which product its item is known, if it is one. */
  private Map<String, Products.Label> labels(LineItems items) {
    var ids =
        items.goods().stream()
            .map(line -> line.product().itemId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return Map.of();
    }
    var trip = new RoundTrip(trips);
    var found = trip.ask(Products.labels(ids));
    trip.make();
    var ofItems =
        found.rows().stream()
            .collect(Collectors.toMap(Products.Label::itemId, Function.identity()));
    var ofLines = new HashMap<String, Products.Label>();
    for (var line : items.goods()) {
      var label = ofItems.get(String.valueOf(line.product().itemId()));
      if (label != null) {
        ofLines.put(line.id(), label);
      }
    }
    return ofLines;
  }

  /** Writes down what has become of an order. */
  void write(PlacedOrder order, Instant now) {
    if (order.fulfilment() != null && !entities.contains(order.fulfilment())) {
      entities.persist(order.fulfilment());
    }
    entities.flush();
    order
        .takeNews()
        .forEach(
            news ->
                announcements.publishEvent(
                    new OrderEvent(
                        news.type(),
                        order.id(),
                        order.number().toString(),
                        order.customerId(),
                        order.currency(),
                        order.total(),
                        Caller.current(),
                        now,
                        news.detail())));
  }
}
