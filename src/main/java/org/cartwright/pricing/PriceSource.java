package org.cartwright.pricing;

/**
 * Where a line's unit price came from. A line remembers it, because that decides whether its price
 * may be looked up again; a unit price sent back as it was served does not change it.
 */
public enum PriceSource {
  /** Somebody named this price, be it 0. It survives every recalculation. */
  EXPLICIT,
  /**
   * The price of the item or package in the catalog when the line was added or its price last
   * looked up.
   */
  CATALOG,
  /**
   * The price of the quantity tier that the line's quantity reached, which comes before the
   * catalog's.
   */
  TIER,
  /**
   * Nowhere: the market does not sell it. It costs nothing, cannot be quoted or ordered, and is
   * looked up whenever its draft is priced.
   */
  NONE
}
