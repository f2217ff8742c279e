package org.cartwright.charges.reading;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.RowMapper;

/**
 * Which charges are read: those of some ids, or the one that a payment was made for.
 *
 * @param is what stands behind the column of a charge's id
 * @param parameters for the question marks in it
 */
public record ChargeSelection(String is, List<Object> parameters) {

  /** Where {@link #is} goes in a statement whose first parameter is the tenant. */
  static final String PLACE = "{wanted}";

  static ChargeSelection of(List<String> ids) {
    return ids.size() == 1
        ? new ChargeSelection("= ?", List.of(ids.getFirst()))
        : new ChargeSelection("= any(?)", List.of((Object) ids.toArray(String[]::new)));
  }

  public static ChargeSelection paidBy(String paymentId) {
    return new ChargeSelection(
        "= (select paid.charge_id from payment paid where paid.tenant_id = ? and paid.id = ?)",
        List.of(CurrentTenant.id(), paymentId));
  }

  /** Reads something of these charges. */
  <T> RowQuery<T> reading(String sql, RowMapper<T> row) {
    var all = new ArrayList<Object>();
    all.add(CurrentTenant.id());
    all.addAll(parameters);
    return new RowQuery<>(sql.replace(PLACE, is), all, row);
  }
}
