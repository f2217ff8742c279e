package org.cartwright.pricing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.LargestRemainder;
import org.jspecify.annotations.Nullable;

/**
 * Prices documents. The rules, with an example, are this package's page.
 *
 * <p>A caller that changes a document first makes its lines, then asks for their {@link #goods},
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
   * S: what the goods cost after their own discounts, before the document's discount and coupon and
   * before tax. Fees are not among them.
   *
   * @throws org.cartwright.pricing.amounts.FigureTooLarge if a figure on the way is
   */
  public static Cents goods(List<Line> lines) {
    return Cents.sum(nets(lines));
  }

  /**
   * The document made of {@code lines}.
   *
   * @param lines in served order, which decides between lines that have an equal claim to the last
   *     cent
   * @param discount off the goods of the whole document
   * @param terms in which currency, with which taxes and which coupon
   * @throws org.cartwright.pricing.amounts.FigureTooLarge if a figure on the way is
   */
  public static PricedLines price(List<Line> lines, Discount discount, PricingTerms terms) {
    var nets = nets(lines);
    var goods = Cents.sum(nets);
    var shares = LargestRemainder.share(discount.on(goods), nets);
    var couponShares = couponShares(lines, goods, nets, shares, terms.coupon());
    var priced = new ArrayList<PricedLine>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var taxable = line.net().minus(shares.get(i)).minus(couponShares.get(i));
      var taxes = line.basis().taxesOn(terms.taxMode(), taxable, terms.taxes(), terms.place());
      priced.add(new PricedLine(line, shares.get(i), couponShares.get(i), taxes));
    }
    return PricedLines.of(priced, discount, terms);
  }

  /** N of each line, nothing in the place of a fee: what the document's discount is shared over. */
  private static List<Cents> nets(List<Line> lines) {
    return lines.stream().map(line -> line.isFee() ? Cents.ZERO : line.net()).toList();
  }

  /** K of each line. */
  private static List<Cents> couponShares(
      List<Line> lines,
      Cents goods,
      List<Cents> nets,
      List<Cents> shares,
      @Nullable Coupon coupon) {
    if (coupon == null) {
      return Collections.nCopies(lines.size(), Cents.ZERO);
    }
    var covered = new ArrayList<Cents>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      covered.add(lines.get(i).couponed() ? nets.get(i).minus(shares.get(i)) : Cents.ZERO);
    }
    return LargestRemainder.share(coupon.on(goods, Cents.sum(covered)), covered);
  }
}
