package org.cartwright.catalog;

/** What a price may be. */
public final class PriceBounds {

  /** The highest price, in cents; the lowest is 0. */
  public static final long MOST = 10_000_000_000L;

  private PriceBounds() {}
}
