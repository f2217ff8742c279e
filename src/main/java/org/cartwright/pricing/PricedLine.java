package org.cartwright.pricing;

import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxedAmount;

/**
 * A line as part of a priced document. Whatever is not given here follows from the line itself, so
 * the figures cannot contradict each other.
 *
 * @param line what was priced
 * @param share A: what of the document's discount falls on this line, 0 to the line's net
 * @param taxes the taxes due on {@link #taxable()}, each with what it was computed from
 */
public record PricedLine(Line line, Cents share, List<TaxedAmount> taxes) {

  /**
   * @throws IllegalArgumentException if the share is negative or above the line's net
   */
  public PricedLine {
    if (share.isNegative() || share.compareTo(line.net()) > 0) {
      throw new IllegalArgumentException("a line's share of the discount is between 0 and its net");
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

  /** T: what is left to tax, net less the share of the document's discount. */
  public Cents taxable() {
    return net().minus(share);
  }

  /** The sum of the taxes. */
  public Cents taxAmount() {
    return Cents.sum(taxes.stream().map(TaxedAmount::amount).toList());
  }
}
