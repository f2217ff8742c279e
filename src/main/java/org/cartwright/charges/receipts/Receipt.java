package org.cartwright.charges.receipts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.catalog.Unit;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.payments.PaymentDetail;
import org.cartwright.charges.bill.BilledTax;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say on the receipt of a payment, from which every form of a receipt is made. All
 * amounts are in cents.
 *
 * @param payment the payment it is the receipt of, with what was given back of it
 * @param charge what was paid, as it stands now
 * @param payments all payments of that charge with their refunds, in the order in which they were
 *     made
 */
record Receipt(
    Clinic clinic,
    Patient patient,
    PaymentDetail payment,
    Charge charge,
    List<Line> lines,
    List<PaymentDetail> payments) {

  /**
   * Who gives the receipt.
   *
   * @param text what the clinic has to say on its receipts
   */
  record Clinic(
      String name,
      String logoUrl,
      String homePage,
      String phoneNumber,
      String text,
      ZoneId timeZone) {}

  /**
   * Who gets it.
   *
   * @param language in which they are written to, if that is known
   */
  record Patient(
      String id,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String preferredName,
      @Nullable String language) {}

  /**
   * What was paid.
   *
   * @param currency what all amounts are in
   * @param taxMode whether the taxes come on top of the lines' prices or are inside
   */
  record Charge(
      String id,
      @Nullable String description,
      @Nullable String externalId,
      Currency currency,
      TaxMode taxMode,
      long total,
      long totalOutstanding,
      ChargeStatus status,
      Instant createdDate) {}

  /**
   * Something that was paid for.
   *
   * @param itemId absent for a package
   * @param price of one
   * @param discountAmount on all of them
   * @param taxAmount on all of them: the sum of the taxes
   */
  record Line(
      @Nullable String itemId,
      String name,
      @Nullable String description,
      ItemType type,
      @Nullable Unit unit,
      int quantity,
      long price,
      long discountAmount,
      long taxAmount,
      List<BilledTax> taxes) {

    /** What is to be paid for it, before taxes. */
    long net() {
      return price * quantity - discountAmount;
    }
  }

  /**
   * A tax on the whole charge.
   *
   * @param rate in percent
   */
  record TaxSum(String name, BigDecimal rate, long amount) {}

  /** All discounts together. */
  long discountAmount() {
    return lines.stream().mapToLong(Line::discountAmount).sum();
  }

  /** All taxes together. */
  long taxAmount() {
    return lines.stream().mapToLong(Line::taxAmount).sum();
  }

  /** Each tax by itself, in the order in which the lines name them. */
  List<TaxSum> taxes() {
    var sums = new LinkedHashMap<TaxSum, Long>();
    for (var line : lines) {
      for (var tax : line.taxes()) {
        sums.merge(new TaxSum(tax.name(), tax.rate(), 0), tax.amount(), Long::sum);
      }
    }
    return sums.entrySet().stream()
        .map(sum -> new TaxSum(sum.getKey().name(), sum.getKey().rate(), sum.getValue()))
        .toList();
  }

  /** What was paid for the charge in all. */
  long paid() {
    return payments.stream().mapToLong(PaymentDetail::amount).sum();
  }

  /** What was given back in all. */
  long refunded() {
    return payments.stream().mapToLong(PaymentDetail::refunded).sum();
  }
}
