package org.cartwright.charges.reading;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.charges.api.ChargePaymentDetail;
import org.cartwright.charges.api.payments.PaymentDetail;
import org.cartwright.charges.api.payments.PaymentStatus;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.charges.bill.Balance;

/**
 * A payment as its rows tell it, with its refunds.
 *
 * @param sequence its place among what was paid and given back for its charge
 */
public record PaymentRow(
    String id,
    String chargeId,
    int sequence,
    String medium,
    long amount,
    Currency currency,
    Instant createdDate,
    List<RefundRow> refunds) {

  /** A refund and its place among what was paid and given back for the charge. */
  record RefundRow(int sequence, RefundSummary summary) {}

  /** The payment and its refunds in the ledger of the charge. */
  public Stream<Balance.Entry> entries() {
    return Stream.concat(
        Stream.of(new Balance.Entry(sequence, amount)),
        refunds.stream()
            .map(refund -> new Balance.Entry(refund.sequence(), -refund.summary().amount())));
  }

  /** The payment as its charge lists it. */
  ChargePaymentDetail listed(String patientId) {
    return new ChargePaymentDetail(id, amount, createdDate, chargeId, detail(patientId));
  }

  public PaymentDetail detail(String patientId) {
    return new PaymentDetail(
        id,
        patientId,
        null,
        amount,
        PaymentStatus.SUCCEEDED,
        currency.getCurrencyCode(),
        null,
        medium,
        null,
        null,
        null,
        null,
        createdDate,
        0,
        0,
        null,
        refunds.stream().map(RefundRow::summary).toList());
  }
}
