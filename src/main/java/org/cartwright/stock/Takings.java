package org.cartwright.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For what stock was taken, and whether it was given back: a row for each, so neither is twice. */
@Component
class Takings {

  private final JdbcClient jdbc;

  Takings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes that stock is taken; waits for whoever is just doing so for the same.
   *
   * @return whether it was not noted before
   */
  boolean open(String id, Instant now) {
    return jdbc.sql(
                """
                insert into stock_taking (tenant_id, id, taken_date) values (?, ?, ?)
                on conflict do nothing""")
            .params(CurrentTenant.id(), id, StockLedger.utc(now))
            .update()
        == 1;
  }

  /** Forgets what was just noted: there is too little of something. */
  void undo(String id) {
    jdbc.sql("delete from stock_taking where tenant_id = ? and id = ?")
        .params(CurrentTenant.id(), id)
        .update();
  }

  /**
   * Notes that it is given back.
   *
   * @return whether it was taken and not given back before
   */
  boolean close(String id, Instant now) {
    return jdbc.sql(
                """
                update stock_taking set given_back_date = ?
                 where tenant_id = ? and id = ? and given_back_date is null""")
            .params(StockLedger.utc(now), CurrentTenant.id(), id)
            .update()
        == 1;
  }

  /** How much of each item was taken. */
  Map<String, BigDecimal> taken(String id) {
    var taken = new HashMap<String, BigDecimal>();
    jdbc.sql(
            """
            select m.item_id, -m.change as quantity from stock_movement m
             where m.tenant_id = ? and m.taking_id = ? and m.kind = 'SOLD'""")
        .params(CurrentTenant.id(), id)
        .query(
            row -> {
              taken.put(row.getString("item_id"), Columns.decimal(row, "quantity"));
            });
    return taken;
  }
}
