package org.cartwright.pricing;

/** What a line is for. */
public enum LineKind {
  /** Something is sold. */
  GOODS,
  /**
   * What it costs to bring the goods, or to have them ready. It counts in the subtotal and is taxed
   * as the item it names; no discount but its own price falls on it, and no coupon.
   */
  FEE
}
