package org.cartwright.console.charges;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.api.ChargeItemDetail;
import org.cartwright.charges.api.ChargePaymentDetail;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.ChargeTimeline;
import org.cartwright.charges.reading.ChargeOrigin;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.page.FullName;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A charge as it stands on its page.
 *
 * @param origin where what it was opened from is
 * @param originKey of the text that names that
 * @param seen what its forms say was seen, see {@link ChargeSight}
 * @param isTaxInside whether the taxes are part of the lines' prices
 * @param credit what the patient has that can pay for it, if anything
 */
record ChargeSheet(
    String id,
    String patientId,
    String patient,
    @Nullable String phone,
    @Nullable String description,
    ChargeStatus status,
    boolean isOwing,
    String seen,
    Instant opened,
    String origin,
    String originKey,
    List<Line> lines,
    String subtotal,
    @Nullable String discount,
    @Nullable String tax,
    boolean isTaxInside,
    String total,
    @Nullable String paid,
    @Nullable String refunded,
    String owed,
    @Nullable String credit,
    List<Paid> payments,
    List<Event> events) {

  /** Something on it. */
  record Line(
      String name, String quantity, String price, @Nullable String discount, String total) {}

  /**
   * A payment.
   *
   * @param form the name of the form that gives it back
   * @param left what is left of it as it stands in a field, if anything is
   */
  record Paid(
      String id,
      String form,
      String medium,
      String amount,
      Instant moment,
      @Nullable String refunded,
      @Nullable String left) {}

  /**
   * Something that happened.
   *
   * @param key of its text
   */
  record Event(
      String key,
      @Nullable String medium,
      String amount,
      Instant moment,
      @Nullable String reason,
      @Nullable String words,
      @Nullable String by) {}

  static ChargeSheet of(
      ChargeDetailWithItems charge,
      List<ChargeTimeline> timeline,
      ChargeOrigin origin,
      Tenant tenant) {
    var currency = origin.currency();
    var source = origin.source();
    var figures = tenant.figures(currency);
    var typed = new TypedFigures(tenant.locale(), currency);
    var subtotal = sum(charge.items().stream().map(ChargeSheet::gross));
    var discount = sum(charge.items().stream().map(item -> orZero(item.discountAmount())));
    var tax = sum(charge.items().stream().map(item -> orZero(item.taxAmount())));
    var paid = sum(charge.payments().stream().map(ChargePaymentDetail::amount));
    var refunded = sum(charge.payments().stream().map(it -> it.payment().refunded()));
    var credit = credit(charge, currency, tenant);
    var patient = charge.patient();
    return new ChargeSheet(
        charge.id(),
        charge.patientId(),
        named(patient),
        patient == null ? null : patient.phoneNumber(),
        charge.description(),
        charge.status(),
        charge.status() == ChargeStatus.OUTSTANDING,
        ChargeSight.of(timeline),
        charge.createdDate(),
        "%s/%ss/%s"
            .formatted(HtmlPages.CONSOLE, source.kind().toLowerCase(Locale.ROOT), source.id()),
        "charge.from." + source.kind(),
        charge.items().stream().map(item -> line(item, figures)).toList(),
        figures.money(subtotal),
        discount == 0 ? null : figures.money(-discount),
        tax == 0 ? null : figures.money(tax),
        charge.total() == subtotal - discount,
        figures.money(charge.total()),
        paid == 0 ? null : figures.money(-paid),
        refunded == 0 ? null : figures.money(refunded),
        figures.money(charge.totalOutstanding()),
        credit == 0 ? null : figures.money(credit),
        charge.payments().stream().map(payment -> paid(payment, figures, typed)).toList(),
        timeline.stream().map(event -> event(event, figures)).toList());
  }

  /** What the patient has that can pay for it, in cents: credit is in the clinic's currency. */
  static long credit(ChargeDetailWithItems charge, Currency currency, Tenant tenant) {
    var patient = charge.patient();
    return patient == null || !currency.equals(tenant.currency())
        ? 0
        : orZero(patient.creditBalance());
  }

  private static Line line(ChargeItemDetail item, MoneyFormat figures) {
    var discount = orZero(item.discountAmount());
    return new Line(
        orNothing(item.name()),
        figures.number(java.math.BigDecimal.valueOf(item.quantity())),
        figures.money(item.price()),
        discount == 0 ? null : figures.money(-discount),
        figures.money(gross(item) - discount));
  }

  private static Paid paid(ChargePaymentDetail paid, MoneyFormat figures, TypedFigures typed) {
    var payment = paid.payment();
    var left = payment.amount() - payment.refunded();
    return new Paid(
        payment.id(),
        "refund-" + payment.id(),
        payment.paymentMedium(),
        figures.money(payment.amount()),
        payment.createdDate(),
        payment.refunded() == 0 ? null : figures.money(payment.refunded()),
        left == 0 ? null : typed.shown(left));
  }

  static Event event(ChargeTimeline event, MoneyFormat figures) {
    var by = event.creator();
    return new Event(
        "charge.event." + event.type(),
        event.paymentMedium(),
        figures.money(event.amount()),
        event.date(),
        event.refundReason(),
        event.description(),
        by == null ? null : FullName.of(by.firstName(), by.lastName()));
  }

  static String named(@Nullable PatientSummary patient) {
    return patient == null ? "" : FullName.of(patient.firstName(), patient.lastName());
  }

  /** Where the patient can be written to; empty if nowhere. */
  static String email(@Nullable PatientSummary patient) {
    return patient == null ? "" : orNothing(patient.email()).strip();
  }

  static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static long orZero(@Nullable Long amount) {
    return amount == null ? 0 : amount;
  }

  private static long gross(ChargeItemDetail item) {
    return item.price() * item.quantity();
  }

  private static long sum(Stream<Long> amounts) {
    return amounts.mapToLong(it -> it).sum();
  }
}
