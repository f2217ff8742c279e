package org.cartwright.charges.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds charges, the newest first, and counts them: one statement. */
@Component
class ChargeSearch {

  private static final String FOUND =
      " and (c.patient_id = any(array(select f.id from patient_search(:search) f (id)))"
          + " or c.id = :search or c.external_id = :search)";

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
    return page(sql(wanted), parameters);
  }

  private static String sql(ChargeCriteria wanted) {
    var found = wanted.search() == null ? "" : FOUND;
    return """
    select (select count(*) from charge c where c.tenant_id = :tenant%1$s) as total,
           array(select c.id from charge c where c.tenant_id = :tenant%1$s
                  order by c.created_date desc, c.id desc limit :size offset :offset) as ids
    """
        .formatted(standing(wanted.status()) + found);
  }

  /** What is true of the charges that stand so, as an index has it; of all for none. */
  static String standing(@Nullable ChargeStatus status) {
    return switch (status) {
      case null -> "";
      case OUTSTANDING -> " and c.is_open";
      case PAID -> " and not c.is_open and not c.is_given_back and c.voided_date is null";
      case REFUNDED -> " and c.is_given_back";
      case VOID -> " and c.voided_date is not null";
      default -> " and false";
    };
  }

  private Page<String> page(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql).params(parameters).query((row, n) -> page(row)).single();
  }

  private static Page<String> page(ResultSet row) throws SQLException {
    return new Page<>(Columns.strings(row, "ids"), row.getLong("total"));
  }
}
