package org.cartwright.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is held of items. A row whose deadline has passed counts nowhere any more. */
@Component
class Reservations {

  private static final int BATCH = 1000;

  private static final String OVER =
      """
      delete from stock_reservation r
       where r.tenant_id = :tenant and (r.item_id, r.reference) in (
           select o.item_id, o.reference from stock_reservation o
            where o.tenant_id = :tenant and o.until_date <= :now
            order by o.until_date limit :batch
            for update skip locked)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Reservations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Holds so much of each of some locked items. */
  void hold(Map<String, BigDecimal> quantities, String reference, Instant until) {
    if (quantities.isEmpty()) {
      return;
    }
    var inOrder = new TreeMap<>(quantities);
    jdbc.sql(
            """
            insert into stock_reservation (tenant_id, item_id, reference, quantity, until_date)
            select :tenant, w.id, :reference, w.quantity, :until
              from unnest(cast(:items as text[]), cast(:quantities as numeric[])) as w (id, quantity)""")
        .param("tenant", CurrentTenant.id())
        .param("items", inOrder.keySet().toArray(String[]::new))
        .param("quantities", StockLedger.texts(inOrder.values()))
        .param("reference", reference)
        .param("until", StockLedger.utc(until))
        .update();
  }

  /** Holds nothing any more. */
  void release(String reference) {
    jdbc.sql("delete from stock_reservation where tenant_id = ? and reference = ?")
        .params(CurrentTenant.id(), reference)
        .update();
  }

  /**
   * Clears away some of the rows whose deadline has passed, none that somebody holds.
   *
   * @return whether there may be more of them
   */
  @Transactional
  boolean clearsSome() {
    return jdbc.sql(OVER)
            .param("tenant", CurrentTenant.id())
            .param("now", StockLedger.utc(clock.instant()))
            .param("batch", BATCH)
            .update()
        == BATCH;
  }
}
