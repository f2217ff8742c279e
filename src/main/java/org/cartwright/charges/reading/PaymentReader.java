package org.cartwright.charges.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.charges.api.payments.PaymentStatus;
import org.cartwright.charges.api.payments.RefundReason;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.charges.reading.PaymentRow.RefundRow;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.RowQuery;
import org.jspecify.annotations.Nullable;

/** Reads the payments of charges with their refunds. */
public final class PaymentReader {

  private static final String PAYMENTS =
      """
      select m.id, m.charge_id, m.sequence, m.medium, m.amount, m.currency, m.created_date,
             r.id as r_id, r.sequence as r_sequence, r.amount as r_amount, r.reason as r_reason,
             r.created_date as r_created_date
        from payment m
        left join refund r on r.tenant_id = m.tenant_id and r.payment_id = m.id
       where m.tenant_id = ? and m.charge_id {wanted}
       order by m.charge_id, m.sequence, r.sequence\
      """;

  private PaymentReader() {}

  /** A payment, as if nothing was given back, and one of its refunds, if it has any. */
  record Entry(PaymentRow payment, @Nullable RefundRow refund) {}

  /** Reads what was paid for these charges and given back. */
  public static RowQuery<Entry> of(ChargeSelection wanted) {
    return wanted.reading(PAYMENTS, (row, n) -> entry(row));
  }

  /** By the ids of their charges the payments, in the order in which they were made. */
  public static Map<String, List<PaymentRow>> byCharge(List<Entry> entries) {
    var payments = new HashMap<String, List<PaymentRow>>();
    for (var entry : entries) {
      var paid = payments.computeIfAbsent(entry.payment().chargeId(), id -> new ArrayList<>());
      if (paid.isEmpty() || !paid.getLast().id().equals(entry.payment().id())) {
        paid.add(entry.payment());
      }
      if (entry.refund() != null) {
        paid.getLast().refunds().add(entry.refund());
      }
    }
    return payments;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var payment =
        new PaymentRow(
            row.getString("id"),
            row.getString("charge_id"),
            row.getInt("sequence"),
            row.getString("medium"),
            row.getLong("amount"),
            Currency.getInstance(row.getString("currency")),
            Columns.instant(row, "created_date"),
            new ArrayList<>());
    return new Entry(payment, row.getString("r_id") == null ? null : refund(row, payment.id()));
  }

  private static RefundRow refund(ResultSet row, String paymentId) throws SQLException {
    return new RefundRow(
        row.getInt("r_sequence"),
        new RefundSummary(
            row.getString("r_id"),
            paymentId,
            row.getLong("r_amount"),
            RefundReason.valueOf(row.getString("r_reason")),
            Columns.instant(row, "r_created_date"),
            PaymentStatus.SUCCEEDED,
            null,
            0));
  }
}
