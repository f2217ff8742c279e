package org.cartwright.pricing;

import org.cartwright.pricing.amounts.Cents;

/**
 * What is to become of a document's discount: how a request for it is read, as a full one ({@link
 * DiscountRequest#replace}) or as a partial one ({@link DiscountRequest#update}).
 */
@FunctionalInterface
public interface DiscountChange {

  /** It stays. */
  DiscountChange NONE = (present, lastServed, goodsNow) -> present;

  /**
   * The discount then.
   *
   * @param present the discount so far
   * @param lastServed the amount last served for it, without a coupon's
   * @param goodsNow what the goods come to as this very request leaves them
   * @throws DiscountConflict if the request contradicts itself
   */
  Discount resolve(Discount present, Cents lastServed, Cents goodsNow);
}
