package org.cartwright.orders.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Orders at a glance: one statement that walks an index and stops. */
@Repository
@Transactional(readOnly = true)
public class OrderGlances {

  private final JdbcClient jdbc;

  OrderGlances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next of a customer's orders, newest first. */
  public List<OrderGlance> ofCustomer(String customerId, KeysetPosition before, int atMost) {
    return jdbc.sql(
            """
      select o.id, o.number, o.status, o.currency, o.total, o.created_date
        from placed_order o
       where o.tenant_id = :tenant and o.patient_id = :customer
         and (o.created_date, o.id) < (:beforeDate, :beforeId)
       order by o.created_date desc, o.id desc limit %d
      """
                .formatted(atMost))
        .param("tenant", CurrentTenant.id())
        .param("customer", customerId)
        .param("beforeDate", before.createdDate().atOffset(ZoneOffset.UTC))
        .param("beforeId", before.id())
        .query((row, n) -> order(row))
        .list();
  }

  private static OrderGlance order(ResultSet row) throws SQLException {
    return new OrderGlance(
        row.getString("id"),
        new OrderNumber(row.getLong("number")),
        OrderStatus.valueOf(row.getString("status")),
        Currency.getInstance(row.getString("currency")),
        row.getLong("total"),
        Columns.instant(row, "created_date"));
  }
}
