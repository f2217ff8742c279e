package org.cartwright.quotes;

import java.time.Instant;
import java.util.Optional;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.quoting.BilledLines;
import org.cartwright.charges.bill.Bill;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.patients.PatientContact;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.quotes.api.ConvertQuoteToChargeRequest;
import org.cartwright.quotes.delivery.QuoteFacts;
import org.cartwright.quotes.evidence.QuoteContent;
import org.cartwright.quotes.evidence.ShownQuote;
import org.cartwright.quotes.state.GivenAnswer;
import org.jspecify.annotations.Nullable;

/** What a quote says, as values for those who write about it, show it, keep it or charge for it. */
final class QuoteSays {

  private QuoteSays() {}

  /** What those who write about it have to know. */
  static QuoteFacts facts(Quote quote) {
    var heading = quote.heading();
    return new QuoteFacts(
        quote.id(),
        quote.patientId(),
        quote.creatorId(),
        heading.title(),
        quote.currency(),
        quote.total(),
        heading.validUntilDate(),
        quote.answer().map(GivenAnswer::answerMessage).orElse(null),
        heading.requiresPatientVerification());
  }

  /** What the patient agrees to by accepting it. */
  static QuoteContent content(Quote quote) {
    var heading = quote.heading();
    var figures = quote.items().figures();
    return new QuoteContent(
        quote.id(),
        quote.currency().getCurrencyCode(),
        heading.title(),
        heading.description(),
        heading.terms(),
        heading.validUntilDate(),
        quote.items().lines().stream().map(QuoteContent.Line::of).toList(),
        figures.subtotal(),
        figures.discountAmount(),
        figures.taxAmount(),
        figures.total(),
        quote.sale().terms() == null
            ? null
            : new QuoteContent.Market(
                quote.sale().taxMode() == TaxMode.INCLUSIVE,
                quote.sale().terms().couponCode(),
                figures.couponAmount()));
  }

  /**
   * What the patient sees of it at a moment.
   *
   * @param written what they wrote with their answer
   */
  static ShownQuote shown(
      Quote quote, @Nullable String written, Optional<PatientContact> patient, Instant now) {
    var heading = quote.heading();
    var figures = quote.items().figures();
    return new ShownQuote(
        quote.id(),
        quote.statusAt(now),
        patient.map(PatientContact::fullName).orElse(""),
        patient.map(PatientContact::language).orElse(null),
        heading.title(),
        heading.description(),
        heading.terms(),
        quote.currency(),
        quote.sale().taxMode(),
        quote.items().lines().stream().map(ShownQuote.Line::of).toList(),
        figures.subtotal(),
        figures.discountAmount(),
        coupon(quote),
        figures.taxAmount(),
        figures.total(),
        heading.validUntilDate(),
        quote.sentDate(),
        quote.answer().map(GivenAnswer::respondedDate).orElse(null),
        written,
        QuoteContent.sha256(content(quote).canonical()));
  }

  private static ShownQuote.@Nullable Coupon coupon(Quote quote) {
    var terms = quote.sale().terms();
    var amount = quote.items().figures().couponAmount();
    return terms == null || terms.couponCode() == null || amount == 0
        ? null
        : new ShownQuote.Coupon(terms.couponCode(), amount);
  }

  /** What the charge is to say beside its figures. */
  record ChargeWords(
      @Nullable String description,
      @Nullable String externalId,
      @Nullable String locationId,
      @Nullable String eventId) {

    static ChargeWords of(ConvertQuoteToChargeRequest wanted) {
      return new ChargeWords(
          wanted.description(), wanted.externalId(), wanted.locationId(), wanted.eventId());
    }

    static ChargeWords of(ConvertCartToChargeRequest wanted) {
      return new ChargeWords(
          wanted.description(), wanted.externalId(), wanted.locationId(), wanted.eventId());
    }
  }

  /** What the patient is to be charged: the figures that were accepted, copied line by line. */
  static Bill bill(Quote quote, ChargeWords words) {
    return new Bill(
        new BillSource("QUOTE", quote.id()),
        quote.patientId(),
        quote.creatorId(),
        words.description(),
        words.externalId(),
        words.locationId(),
        words.eventId(),
        quote.currency(),
        quote.sale().taxMode(),
        quote.total(),
        BilledLines.of(quote.items().lines()));
  }
}
