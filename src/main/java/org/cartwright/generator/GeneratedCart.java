package org.cartwright.generator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.Line;
import org.cartwright.pricing.PricedLine;
import org.cartwright.pricing.PricedLines;
import org.cartwright.pricing.Pricing;
import org.cartwright.pricing.PricingTerms;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.pricing.taxes.TaxedAmount;
import org.cartwright.tenancy.operator.TenantProvisioning;

/**
 * What is in a generated cart, priced.
 *
 * @param ids of the lines
 */
record GeneratedCart(
    List<String> ids,
    List<GeneratedCatalog.Offer> offers,
    List<Boolean> explicit,
    PricedLines priced) {

  static GeneratedCart draw(GeneratedCatalog catalogue, SeededRandom chance, Instant since) {
    int size = chance.in(2) ? chance.between(6, 30) : chance.between(1, 5);
    var ids = new ArrayList<String>(size);
    var offers = new ArrayList<GeneratedCatalog.Offer>(size);
    var explicit = new ArrayList<Boolean>(size);
    var lines = new ArrayList<Line>(size);
    for (int n = 0; n < size; n++) {
      var offer = catalogue.draw(chance);
      boolean own = chance.in(5);
      var price =
          own ? new Cents(offer.price().value() * chance.between(50, 99) / 100) : offer.price();
      var quantity =
          chance.in(8)
              ? new Quantity(BigDecimal.valueOf(chance.between(1, 99), 1))
              : Quantity.of(chance.in(60) ? 1 : chance.between(2, 12));
      ids.add(chance.id("line", since));
      offers.add(offer);
      explicit.add(own);
      lines.add(new Line(price, quantity, discount(chance, 12, 500), offer.basis()));
    }
    var terms =
        new PricingTerms(
            TenantProvisioning.CURRENCY,
            TaxMode.EXCLUSIVE,
            catalogue.taxes(),
            TaxPlace.UNKNOWN,
            null);
    var priced = Pricing.price(lines, discount(chance, 20, 2_500), terms);
    return new GeneratedCart(ids, offers, explicit, priced);
  }

  private static Discount discount(SeededRandom chance, int percent, int most) {
    if (!chance.in(percent)) {
      return Discount.none();
    }
    return chance.in(70)
        ? Discount.percent(new Percentage(BigDecimal.valueOf(chance.between(1, 8) * 25L, 1)))
        : Discount.flat(new Cents(chance.between(1, most)));
  }

  /** Adds the lines to those of carts or quotes. */
  void addLines(TableCopy rows, String owner, Instant created, Instant updated) {
    for (int n = 0; n < ids.size(); n++) {
      var line = priced.lines().get(n);
      rows.add(
          owner,
          ids.get(n),
          n,
          offers.get(n).itemId(),
          offers.get(n).packageId(),
          offers.get(n).name(),
          line.line().quantity(),
          line.line().unitPrice().value(),
          explicit.get(n) ? "EXPLICIT" : "CATALOG",
          line.line().discount().kind(),
          line.line().discount().value().toPlainString(),
          line.gross().value(),
          line.discountAmount().value(),
          line.net().value(),
          line.share().value(),
          line.taxAmount().value(),
          line.taxes().stream()
              .map(GeneratedCart::lineTax)
              .collect(Collectors.joining(",", "[", "]")),
          created,
          updated);
    }
  }

  /** Adds the lines to those of charges, which know whole quantities only. */
  void addChargeItems(TableCopy rows, String charge, SeededRandom chance, Instant moment) {
    for (int n = 0; n < ids.size(); n++) {
      var line = priced.lines().get(n);
      var offer = offers.get(n);
      boolean whole = line.line().quantity().isWhole();
      rows.add(
          chance.id("chi", moment),
          charge,
          n,
          offer.itemId(),
          offer.packageId(),
          whole ? offer.name() : line.line().quantity() + " × " + offer.name(),
          whole ? line.line().quantity() : "1",
          whole ? line.line().unitPrice().value() : line.gross().value(),
          line.discountAmount().plus(line.share()).value(),
          line.taxAmount().value(),
          billedTaxes(line));
    }
  }

  private static String lineTax(TaxedAmount tax) {
    return "{\"taxId\":\"%s\",\"name\":\"%s\",\"rate\":%s,\"part\":%s,\"base\":%d,\"amount\":%d}"
        .formatted(
            tax.taxId(),
            tax.name(),
            tax.rate(),
            tax.part(),
            tax.base().value(),
            tax.amount().value());
  }

  private static String billedTaxes(PricedLine line) {
    return line.taxes().stream()
        .map(
            tax ->
                "{\"taxId\":\"%s\",\"name\":\"%s\",\"rate\":%s,\"amount\":%d}"
                    .formatted(tax.taxId(), tax.name(), tax.rate(), tax.amount().value()))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
