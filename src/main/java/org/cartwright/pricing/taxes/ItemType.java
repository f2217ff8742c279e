package org.cartwright.pricing.taxes;

/** What kind of thing is sold, as far as taxes care. */
public enum ItemType {
  /** Goods of no particular kind. */
  ITEM,
  /** Goods sold over the counter. */
  PRODUCT,
  /** Goods that are medicine. */
  MEDICATION,
  /** Work done. */
  SERVICE,
  /**
   * A bundle sold as if it were one item; neither goods nor a service, so only taxes on everything
   * or on its category.
   */
  PACKAGE,
  /** A standing entitlement. */
  MEMBERSHIP
}
