package org.cartwright.charges;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.api.payments.RefundCreate;
import org.cartwright.charges.api.payments.RefundReason;
import org.cartwright.charges.bill.Bill;
import org.cartwright.charges.bill.BillItem;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.charges.bill.BilledTax;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxMode;

/** A charge without a database, brought to where it is through its verbs. */
final class ACharge {

  static final Instant MADE = Instant.parse("2026-05-01T12:00:00Z");

  private final Charge charge;
  private final List<Payment> payments = new ArrayList<>();
  private final List<Refund> refunds = new ArrayList<>();

  private ACharge(Charge charge) {
    this.charge = charge;
  }

  static ACharge aCharge(long total) {
    return new ACharge(new Charge("charge", bill(total), MADE));
  }

  /** Serums for the whole amount, and advice for nothing. */
  static Bill bill(long total) {
    var tax = new BilledTax("tax", "Sales tax", BigDecimal.ONE, 9);
    return new Bill(
        new BillSource("CART", "cart"),
        "patient",
        null,
        null,
        null,
        null,
        null,
        Currency.getInstance("USD"),
        TaxMode.EXCLUSIVE,
        new Cents(total),
        List.of(
            total == 0 ? free() : serums(total, tax),
            new BillItem(
                "Advice", null, "advice", 1, Cents.ZERO, Cents.ZERO, Cents.ZERO, List.of())));
  }

  private static BillItem serums(long total, BilledTax tax) {
    return new BillItem(
        "Serum", "serum", null, 2, new Cents(total / 2), new Cents(9), new Cents(9), List.of(tax));
  }

  private static BillItem free() {
    return new BillItem("Serum", "serum", null, 2, Cents.ZERO, Cents.ZERO, Cents.ZERO, List.of());
  }

  ACharge paid(String id, long amount) {
    payments.add(build().pay(id, PaymentMedium.CASH, amount, MADE));
    return this;
  }

  ACharge givenBack(String id, String payment, long amount) {
    refunds.add(build().giveBack(id, wanted(payment, amount), MADE));
    return this;
  }

  /** With its payments read in the other order. */
  ACharge paymentsLastFirst() {
    Collections.reverse(payments);
    return this;
  }

  Charge build() {
    charge.takeIn(payments, refunds);
    return charge;
  }

  static RefundCreate wanted(String payment, long amount) {
    return new RefundCreate(payment, "provider", amount, RefundReason.OTHER, null, null, false);
  }
}
