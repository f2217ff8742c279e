package org.cartwright.catalog;

/** What a price may be. */
final class Prices {

  /** The highest price, in cents; the lowest is 0. */
  static final long MOST = 10_000_000_000L;

  private Prices() {}
}
