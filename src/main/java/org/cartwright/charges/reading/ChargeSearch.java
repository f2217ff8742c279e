package org.cartwright.charges.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.charges.api.ChargeStatus;
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
   * How a charge stands of which nothing was given back is plain without looking further: most are
   * like that.
   */
  private static final String IN_STATUS =
      """
      with looked_at as materialized (
          select c.id, c.created_date,
                 case when c.voided_date is not null then 'VOID'
                      when c.id in (select r.charge_id from refund r where r.tenant_id = :tenant) then null
                      when coalesce(%1$s, 0) >= c.total then 'PAID'
                      else 'OUTSTANDING' end as plainly
            from charge c%2$s
           where c.tenant_id = :tenant%3$s),
      matching as materialized (
          select l.id, l.created_date
            from looked_at l
           where coalesce(l.plainly, (select b.status from charge_balance b
                                       where b.tenant_id = :tenant and b.id = l.id)) = :status)
      select (select count(*) from matching) as total,
             array(select m.id from matching m
                    order by m.created_date desc, m.id desc limit :size offset :offset) as ids
      """;

  private static final String PAID_OF_ONE =
      "(select sum(p.amount) from payment p where p.tenant_id = c.tenant_id and p.charge_id = c.id)";

  private static final String PAID_OF_ALL =
      """

            left join (select p.charge_id, sum(p.amount) as amount from payment p
                        where p.tenant_id = :tenant group by p.charge_id) paid on paid.charge_id = c.id\
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
    return page(sql(wanted), parameters);
  }

  private static String sql(ChargeCriteria wanted) {
    var found = wanted.search() == null ? "" : FOUND;
    if (wanted.status() == null || wanted.status() == ChargeStatus.OUTSTANDING) {
      return """
      select (select count(*) from charge c where c.tenant_id = :tenant%1$s) as total,
             array(select c.id from charge c where c.tenant_id = :tenant%1$s
                    order by c.created_date desc, c.id desc limit :size offset :offset) as ids
      """
          .formatted(wanted.status() == null ? found : " and c.is_open" + found);
    }
    var nearly = nearly(wanted.status());
    return found.isEmpty() && nearly.isEmpty()
        ? IN_STATUS.formatted("paid.amount", PAID_OF_ALL, "")
        : IN_STATUS.formatted(PAID_OF_ONE, "", found + nearly);
  }

  /** What is true of every charge that stands so, and of few others, if there is such a thing. */
  private static String nearly(ChargeStatus status) {
    return switch (status) {
      case REFUNDED ->
          " and c.id in (select r.charge_id from refund r where r.tenant_id = :tenant)";
      case VOID -> " and c.voided_date is not null";
      default -> "";
    };
  }

  private Page<String> page(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql).params(parameters).query((row, n) -> page(row)).single();
  }

  private static Page<String> page(ResultSet row) throws SQLException {
    return new Page<>(Columns.strings(row, "ids"), row.getLong("total"));
  }
}
