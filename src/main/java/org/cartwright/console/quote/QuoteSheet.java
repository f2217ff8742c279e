package org.cartwright.console.quote;

import java.util.Currency;
import java.util.List;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.console.page.FullName;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.QuoteItem;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A quote as it stands on its page.
 *
 * @param cartId the cart it was made of, unless that was deleted
 */
record QuoteSheet(
    String id,
    @Nullable String cartId,
    String title,
    String patientId,
    String patient,
    QuoteStatus status,
    boolean isWithPatient,
    boolean isRevisable,
    List<Line> lines,
    @Nullable String discount,
    @Nullable String tax,
    String total,
    @Nullable String terms,
    @Nullable String chargeId) {

  /** A line. */
  record Line(String name, String quantity, String total) {}

  static QuoteSheet of(
      QuoteDetail quote, @Nullable String cartId, Currency currency, Tenant tenant) {
    var figures = tenant.figures(currency);
    var patient = quote.patient();
    return new QuoteSheet(
        quote.id(),
        cartId,
        quote.title() == null ? "" : quote.title(),
        quote.patientId(),
        patient == null ? "" : FullName.of(patient.firstName(), patient.lastName()),
        quote.status(),
        quote.status().isWithPatient(),
        quote.status().isWithPatient()
            || quote.status() == QuoteStatus.DECLINED
            || quote.status() == QuoteStatus.EXPIRED,
        quote.items().stream()
            .map(
                line ->
                    new Line(
                        name(line),
                        figures.number(line.quantity()),
                        figures.money(line.totalPrice())))
            .toList(),
        quote.discountAmount() == 0 ? null : figures.money(-quote.discountAmount()),
        quote.taxAmount() == 0 ? null : figures.money(quote.taxAmount()),
        figures.money(quote.total()),
        quote.terms(),
        quote.convertedChargeId());
  }

  private static String name(QuoteItem line) {
    var item = line.item();
    var offered = line.packageOffered();
    return item != null ? item.name() : offered != null ? offered.name() : "";
  }
}
