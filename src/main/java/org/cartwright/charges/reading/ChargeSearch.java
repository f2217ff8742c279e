package org.cartwright.charges.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds charges, the newest first, and counts them: one statement. */
@Component
class ChargeSearch {

  private static final String FOUND =
      " and (c.patient_id = any(array(select f.id from patient_search(:search) f (id)))"
          + " or c.id = :search or c.external_id = :search)";

  /**
   * How a charge stands that was paid at once, of which nothing was given back, is plain without
   * looking further; most are like that.
   */
  private static final String IN_STATUS =
      """
      with looked_at as materialized (
          select c.id, c.created_date,
                 c.voided_date is null
                 and (c.id, c.total) in (select p.charge_id, p.amount from payment p
                                          where p.tenant_id = :tenant and p.sequence = 1)
                 and c.id not in (select r.charge_id from refund r where r.tenant_id = :tenant) as is_plain
            from charge c
           where c.tenant_id = :tenant%s),
      matching as materialized (
          select l.id, l.created_date
            from looked_at l
           where case when l.is_plain then 'PAID'
                      else (select b.status from charge_balance b
                             where b.tenant_id = :tenant and b.id = l.id) end = :status)
      select (select count(*) from matching) as total,
             array(select m.id from matching m
                    order by m.created_date desc, m.id desc limit :size offset :offset) as ids
      """;

  private static final String IN_ANY =
      """
      select (select count(*) from charge c where c.tenant_id = :tenant%1$s) as total,
             array(select c.id from charge c where c.tenant_id = :tenant%1$s
                    order by c.created_date desc, c.id desc limit :size offset :offset) as ids
      """;

  private final JdbcClient jdbc;

  ChargeSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The ids on a page and the total. */
  Page<String> page(ChargeCriteria wanted, long offset, int size) {
    var parameters = new HashMap<String, Object>();
    parameters.put("tenant", CurrentTenant.id());
    parameters.put("size", size);
    parameters.put("offset", offset);
    if (wanted.search() != null) {
      parameters.put("search", wanted.search());
    }
    if (wanted.status() != null) {
      parameters.put("status", wanted.status().name());
    }
    return page(
        (wanted.status() == null ? IN_ANY : IN_STATUS)
            .formatted(wanted.search() == null ? "" : FOUND),
        parameters);
  }

  private Page<String> page(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql).params(parameters).query((row, n) -> page(row)).single();
  }

  private static Page<String> page(ResultSet row) throws SQLException {
    return new Page<>(Columns.strings(row, "ids"), row.getLong("total"));
  }
}
