package org.cartwright.pricing;

import org.cartwright.pricing.amounts.Cents;

/**
 * What a coupon takes off a document, on what is left after the document's own discount. Whether
 * somebody may use it, and which lines it covers, was found out before.
 *
 * @param off a percentage, or an amount in the document's currency, of what it covers
 * @param minimum what the goods have to come to, before any discount on the whole; 0 for no minimum
 */
public record Coupon(Discount off, Cents minimum) {

  /**
   * @throws IllegalArgumentException if it takes nothing off, or the minimum is negative
   */
  public Coupon {
    if (off.kind() == Discount.Kind.NONE) {
      throw new IllegalArgumentException("a coupon takes something off");
    }
    if (minimum.isNegative()) {
      throw new IllegalArgumentException("the minimum of a coupon is not negative");
    }
  }

  /** Whether goods of this amount reach its minimum. */
  public boolean appliesTo(Cents goods) {
    return goods.compareTo(minimum) >= 0;
  }

  /**
   * What it takes off.
   *
   * @param goods S: what all goods come to
   * @param covered B: what those it covers come to, less the document's own discount
   */
  public Cents on(Cents goods, Cents covered) {
    return appliesTo(goods) ? off.on(covered) : Cents.ZERO;
  }
}
