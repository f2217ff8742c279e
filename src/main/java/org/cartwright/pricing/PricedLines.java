package org.cartwright.pricing;

import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxMode;

/**
 * A document with every figure on it. One that does not add up cannot be made.
 *
 * @param currency what all amounts are in
 * @param taxMode whether the taxes come on top of the prices or are inside
 * @param lines the lines in served order
 * @param discount the document's discount as asked for
 * @param subtotal S: Σ net of the lines
 * @param discountAmount D: what the discount amounts to on S, and Σ share of the lines
 * @param taxAmount Σ tax of the lines
 * @param total S − D, and the tax if that comes on top
 */
public record PricedLines(
    Currency currency,
    TaxMode taxMode,
    List<PricedLine> lines,
    Discount discount,
    Cents subtotal,
    Cents discountAmount,
    Cents taxAmount,
    Cents total) {

  /**
   * @throws IllegalArgumentException if a figure is not the sum it is said to be
   */
  public PricedLines {
    lines = List.copyOf(lines);
    require(subtotal.equals(sum(lines, PricedLine::net)), "subtotal");
    require(discountAmount.equals(discount.on(subtotal)), "discount");
    require(discountAmount.equals(sum(lines, PricedLine::share)), "shares of the discount");
    require(taxAmount.equals(sum(lines, PricedLine::taxAmount)), "tax");
    require(total.equals(taxMode.toPay(subtotal.minus(discountAmount), taxAmount)), "total");
  }

  static PricedLines of(List<PricedLine> lines, Discount discount, PricingTerms terms) {
    var subtotal = sum(lines, PricedLine::net);
    var discountAmount = discount.on(subtotal);
    var taxAmount = sum(lines, PricedLine::taxAmount);
    var total = terms.taxMode().toPay(subtotal.minus(discountAmount), taxAmount);
    return new PricedLines(
        terms.currency(),
        terms.taxMode(),
        lines,
        discount,
        subtotal,
        discountAmount,
        taxAmount,
        total);
  }

  private static Cents sum(List<PricedLine> lines, Function<PricedLine, Cents> figure) {
    return Cents.sum(lines.stream().map(figure).toList());
  }

  private static void require(boolean addsUp, String figure) {
    if (!addsUp) {
      throw new IllegalArgumentException("the " + figure + " of a priced document must add up");
    }
  }
}
