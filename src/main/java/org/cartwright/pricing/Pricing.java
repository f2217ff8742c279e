package org.cartwright.pricing;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.LargestRemainder;

/**
 * Prices documents. The rules, with an example, are this package's page.
 *
 * <p>A caller that changes a document first makes its lines, then asks for their {@link #subtotal},
 * resolves the document's {@link DiscountRequest} against it, and finally prices everything.
 */
public final class Pricing {

  /**
   * As many lines as a cart or quote may have. Whoever adds lines checks it; pricing itself would
   * not mind more.
   */
  public static final int MAX_LINES = 500;

  /** The highest unit price there is. */
  public static final Cents MAX_UNIT_PRICE = new Cents(10_000_000_000L);

  /** The highest flat discount that can be asked for, on a line or on a document. */
  public static final Cents MAX_FLAT_DISCOUNT = new Cents(Cents.MAX_VALUE);

  private Pricing() {}

  /**
   * S: what the lines cost after their own discounts, before the document's discount and before
   * tax.
   *
   * @throws org.cartwright.pricing.amounts.FigureTooLarge if a figure on the way is
   */
  public static Cents subtotal(List<Line> lines) {
    return Cents.sum(lines.stream().map(Line::net).toList());
  }

  /**
   * The document made of {@code lines}.
   *
   * @param lines in served order, which decides between lines that have an equal claim to the last
   *     cent
   * @param discount off the whole document
   * @param terms in which currency, and with which taxes
   * @throws org.cartwright.pricing.amounts.FigureTooLarge if a figure on the way is
   */
  public static PricedLines price(List<Line> lines, Discount discount, PricingTerms terms) {
    var nets = lines.stream().map(Line::net).toList();
    var shares = LargestRemainder.share(discount.on(Cents.sum(nets)), nets);
    var priced = new ArrayList<PricedLine>(lines.size());
    for (var index = 0; index < lines.size(); index++) {
      var taxable = nets.get(index).minus(shares.get(index));
      var taxesOnLine =
          lines
              .get(index)
              .basis()
              .taxesOn(terms.taxMode(), taxable, terms.taxes(), terms.patientLocation());
      priced.add(new PricedLine(lines.get(index), shares.get(index), taxesOnLine));
    }
    return PricedLines.of(priced, discount, terms);
  }
}
