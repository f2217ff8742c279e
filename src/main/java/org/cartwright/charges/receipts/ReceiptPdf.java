package org.cartwright.charges.receipts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.charges.api.payments.PaymentDetail;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.documents.Letterhead;
import org.cartwright.documents.Logo;
import org.cartwright.documents.PageSize;
import org.cartwright.documents.TotalsBlock.Sum;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.format.TimeFormat;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt on paper: its figures as a person writes them, its moments in the clinic's time zone.
 */
public final class ReceiptPdf {

  private final Receipt receipt;
  private final MoneyFormat figures;
  private final TimeFormat times;

  private ReceiptPdf(Receipt receipt, Tenant clinic) {
    this.receipt = receipt;
    figures = clinic.figures(receipt.charge().currency());
    times = clinic.printedTimes();
  }

  /**
   * The receipt as it is to be printed.
   *
   * @param clinic whose it is: how it writes amounts and moments, and on which paper
   */
  public static ReceiptLayout of(Receipt receipt, Tenant clinic, @Nullable Logo logo) {
    return new ReceiptPdf(receipt, clinic).printed(logo);
  }

  private ReceiptLayout printed(@Nullable Logo logo) {
    return new ReceiptLayout(
        PageSize.usedIn(figures.locale()),
        letterhead(logo),
        "Receipt",
        receipt.payment().id(),
        moment(receipt.payment().createdDate()),
        patient(),
        receipt.lines().stream().map(this::line).toList(),
        sums(),
        receipt.payments().stream().map(this::payment).toList(),
        receipt.payments().stream()
            .flatMap(payment -> payment.refunds().stream().map(refund -> refund(payment, refund)))
            .toList(),
        receipt.clinic().text());
  }

  private Letterhead letterhead(@Nullable Logo logo) {
    var clinic = receipt.clinic();
    return new Letterhead(
        clinic.name(),
        Stream.of(clinic.phoneNumber(), clinic.homePage()).filter(line -> !line.isBlank()).toList(),
        logo);
  }

  private String patient() {
    var patient = receipt.patient();
    var name =
        Stream.of(patient.firstName(), patient.lastName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return name.isBlank() ? Objects.requireNonNullElse(patient.preferredName(), "") : name;
  }

  private ReceiptLayout.Line line(Receipt.Line line) {
    return new ReceiptLayout.Line(
        line.name(),
        String.valueOf(line.quantity()),
        money(line.price()),
        line.discountAmount() == 0 ? "" : money(-line.discountAmount()),
        line.taxAmount() == 0 ? "" : money(line.taxAmount()),
        money(isTaxInside() ? line.net() : line.net() + line.taxAmount()));
  }

  private List<Sum> sums() {
    var sums = new ArrayList<Sum>();
    var charge = receipt.charge();
    if (isTaxInside()) {
      sums.add(new Sum("Total", money(charge.total()), true));
      taxes("Of it ").forEach(sums::add);
    } else {
      sums.add(new Sum("Subtotal", money(charge.total() - receipt.taxAmount()), false));
      taxes("").forEach(sums::add);
      sums.add(new Sum("Total", money(charge.total()), true));
    }
    sums.add(new Sum("Paid", money(receipt.paid()), false));
    if (receipt.refunded() != 0) {
      sums.add(new Sum("Refunded", money(-receipt.refunded()), false));
    }
    sums.add(new Sum("Outstanding", money(charge.totalOutstanding()), true));
    return sums;
  }

  private boolean isTaxInside() {
    return receipt.charge().taxMode() == TaxMode.INCLUSIVE;
  }

  private List<Sum> taxes(String prefix) {
    return receipt.taxes().stream()
        .map(
            tax ->
                new Sum(
                    prefix + tax.name() + " " + tax.rate().toPlainString() + " %",
                    money(tax.amount()),
                    false))
        .toList();
  }

  private ReceiptLayout.Movement payment(PaymentDetail payment) {
    return new ReceiptLayout.Movement(
        medium(payment), moment(payment.createdDate()), money(payment.amount()));
  }

  private ReceiptLayout.Movement refund(PaymentDetail payment, RefundSummary refund) {
    return new ReceiptLayout.Movement(
        medium(payment), moment(refund.createdDate()), money(-refund.amount()));
  }

  /** As in {@code CARE_CREDIT}: "Care credit". */
  private static String medium(PaymentDetail payment) {
    var words = payment.paymentMedium().replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private String moment(Instant moment) {
    return times.moment(moment);
  }

  private String money(long cents) {
    return figures.money(cents);
  }
}
