package org.cartwright.pricing;

import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/**
 * A document with every figure on it. One that does not add up cannot be made.
 *
 * @param currency what all amounts are in
 * @param taxMode whether the taxes come on top of the prices or are inside
 * @param lines the lines in served order
 * @param discount the document's discount as asked for
 * @param coupon the coupon, if there is one
 * @param subtotal Σ net of the lines, fees included
 * @param discountAmount D: what the discount amounts to on the goods, and Σ share of the lines
 * @param couponAmount C: what the coupon takes off, and Σ coupon share of the lines
 * @param taxAmount Σ tax of the lines
 * @param total subtotal − D − C, and the tax if that comes on top
 */
public record PricedLines(
    Currency currency,
    TaxMode taxMode,
    List<PricedLine> lines,
    Discount discount,
    @Nullable Coupon coupon,
    Cents subtotal,
    Cents discountAmount,
    Cents couponAmount,
    Cents taxAmount,
    Cents total) {

  /**
   * @throws IllegalArgumentException if a figure is not the sum it is said to be
   */
  public PricedLines {
    lines = List.copyOf(lines);
    var goods = sum(goods(lines), PricedLine::net);
    require(subtotal.equals(sum(lines, PricedLine::net)), "subtotal");
    require(discountAmount.equals(discount.on(goods)), "discount");
    require(discountAmount.equals(sum(lines, PricedLine::share)), "shares of the discount");
    require(couponAmount.equals(off(coupon, goods, lines)), "coupon");
    require(couponAmount.equals(sum(lines, PricedLine::couponShare)), "shares of the coupon");
    require(taxAmount.equals(sum(lines, PricedLine::taxAmount)), "tax");
    require(
        total.equals(taxMode.toPay(subtotal.minus(discountAmount).minus(couponAmount), taxAmount)),
        "total");
  }

  static PricedLines of(List<PricedLine> lines, Discount discount, PricingTerms terms) {
    var subtotal = sum(lines, PricedLine::net);
    var goods = sum(goods(lines), PricedLine::net);
    var discountAmount = discount.on(goods);
    var couponAmount = off(terms.coupon(), goods, lines);
    var taxAmount = sum(lines, PricedLine::taxAmount);
    return new PricedLines(
        terms.currency(),
        terms.taxMode(),
        lines,
        discount,
        terms.coupon(),
        subtotal,
        discountAmount,
        couponAmount,
        taxAmount,
        terms.taxMode().toPay(subtotal.minus(discountAmount).minus(couponAmount), taxAmount));
  }

  /** What of the subtotal is fees. */
  public Cents fees() {
    return subtotal.minus(sum(goods(lines), PricedLine::net));
  }

  private static Cents off(@Nullable Coupon coupon, Cents goods, List<PricedLine> lines) {
    if (coupon == null) {
      return Cents.ZERO;
    }
    var covered = lines.stream().filter(line -> line.line().couponed()).toList();
    return coupon.on(goods, sum(covered, line -> line.net().minus(line.share())));
  }

  private static List<PricedLine> goods(List<PricedLine> lines) {
    return lines.stream().filter(line -> !line.line().isFee()).toList();
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
