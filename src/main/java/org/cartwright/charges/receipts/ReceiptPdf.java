package org.cartwright.charges.receipts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt on paper: its figures as a person writes them, its moments in the clinic's time zone.
 */
final class ReceiptPdf {

  private final Receipt receipt;
  private final MoneyFormat figures;
  private final TimeFormat times;
  private final Words words;

  private ReceiptPdf(Receipt receipt, Tenant clinic, Texts texts) {
    this.receipt = receipt;
    words = texts.in(clinic.tongue(receipt.patient().language()));
    figures = clinic.printedFigures(receipt.charge().currency(), words.tongue());
    times = clinic.printedTimes(words.tongue());
  }

  /**
   * The receipt as it is to be printed, in the language of its patient.
   *
   * @param clinic whose it is: how it writes amounts and moments, and on which paper
   */
  static ReceiptLayout of(Receipt receipt, Tenant clinic, Texts texts, @Nullable Logo logo) {
    return new ReceiptPdf(receipt, clinic, texts).printed(logo);
  }

  private ReceiptLayout printed(@Nullable Logo logo) {
    return new ReceiptLayout(
        PageSize.usedIn(figures.locale()),
        words,
        letterhead(logo),
        words.say("receipt.title"),
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
    return Letterhead.of(clinic.name(), logo, clinic.phoneNumber(), clinic.homePage());
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
        figures.number(BigDecimal.valueOf(line.quantity())),
        money(line.price()),
        line.discountAmount() == 0 ? "" : money(-line.discountAmount()),
        line.taxAmount() == 0 ? "" : money(line.taxAmount()),
        money(isTaxInside() ? line.net() : line.net() + line.taxAmount()));
  }

  private List<Sum> sums() {
    var sums = new ArrayList<Sum>();
    var charge = receipt.charge();
    if (isTaxInside()) {
      sums.add(new Sum(words.say("receipt.total"), money(charge.total()), true));
      taxes(true).forEach(sums::add);
    } else {
      sums.add(
          new Sum(
              words.say("receipt.subtotal"), money(charge.total() - receipt.taxAmount()), false));
      taxes(false).forEach(sums::add);
      sums.add(new Sum(words.say("receipt.total"), money(charge.total()), true));
    }
    sums.add(new Sum(words.say("receipt.paid"), money(receipt.paid()), false));
    if (receipt.refunded() != 0) {
      sums.add(new Sum(words.say("receipt.refunded"), money(-receipt.refunded()), false));
    }
    sums.add(new Sum(words.say("receipt.outstanding"), money(charge.totalOutstanding()), true));
    return sums;
  }

  private boolean isTaxInside() {
    return receipt.charge().taxMode() == TaxMode.INCLUSIVE;
  }

  private List<Sum> taxes(boolean areInside) {
    return receipt.taxes().stream()
        .map(
            tax ->
                new Sum(
                    areInside ? words.say("receipt.tax.inside", named(tax)) : named(tax),
                    money(tax.amount()),
                    false))
        .toList();
  }

  private String named(Receipt.TaxSum tax) {
    return tax.name() + " " + figures.number(tax.rate()) + " %";
  }

  private ReceiptLayout.Movement payment(PaymentDetail payment) {
    return new ReceiptLayout.Movement(
        medium(payment), moment(payment.createdDate()), money(payment.amount()));
  }

  private ReceiptLayout.Movement refund(PaymentDetail payment, RefundSummary refund) {
    return new ReceiptLayout.Movement(
        medium(payment), moment(refund.createdDate()), money(-refund.amount()));
  }

  private String medium(PaymentDetail payment) {
    return words.say("receipt.medium." + payment.paymentMedium());
  }

  private String moment(Instant moment) {
    return times.moment(moment);
  }

  private String money(long cents) {
    return figures.money(cents);
  }
}
