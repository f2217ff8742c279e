package org.cartwright.pricing;

import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxedAmount;

/**
 * A line as part of a priced document. Whatever is not given here follows from the line itself, so
 * the figures cannot contradict each other.
 *
 * @param line what was priced
 * @param share A: what of the document's own discount falls on this line, 0 to the line's net
 * @param couponShare K: what of its coupon does, 0 to what the share leaves of the net
 * @param taxes the taxes due on {@link #taxable()}, each with what it was computed from
 */
public record PricedLine(Line line, Cents share, Cents couponShare, List<TaxedAmount> taxes) {

  /**
   * @throws IllegalArgumentException if a share is negative or above what there is, or something of
   *     the coupon falls on a line that it does not cover
   */
  public PricedLine {
    if (share.isNegative() || share.compareTo(line.net()) > 0) {
      throw new IllegalArgumentException("a line's share of the discount is between 0 and its net");
    }
    if (couponShare.isNegative() || couponShare.compareTo(line.net().minus(share)) > 0) {
      throw new IllegalArgumentException("a line's share of the coupon is between 0 and the rest");
    }
    if (line.isFee() && share.isPositive()) {
      throw new IllegalArgumentException("nothing of the discount falls on a fee");
    }
    if (!line.couponed() && couponShare.isPositive()) {
      throw new IllegalArgumentException("nothing of the coupon falls on what it does not cover");
    }
    taxes = List.copyOf(taxes);
  }

  /** G: unit price × quantity. */
  public Cents gross() {
    return line.gross();
  }

  /** d: what the line's own discount amounts to. */
  public Cents discountAmount() {
    return line.discountAmount();
  }

  /** N: gross less the line's own discount, the line's total price. */
  public Cents net() {
    return line.net();
  }

  /** T: what is left to tax, net less the shares of the document's discount and coupon. */
  public Cents taxable() {
    return net().minus(share).minus(couponShare);
  }

  /** The sum of the taxes. */
  public Cents taxAmount() {
    return Cents.sum(taxes.stream().map(TaxedAmount::amount).toList());
  }
}
