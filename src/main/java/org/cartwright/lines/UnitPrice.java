package org.cartwright.lines;

import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A price of one, and where it came from.
 *
 * @param tierFrom the threshold of the quantity tier it came from; absent if it came from none
 */
public record UnitPrice(Cents amount, PriceSource source, @Nullable Quantity tierFrom) {

  /**
   * @throws IllegalArgumentException unless a tier's price, and no other, names its threshold
   */
  public UnitPrice {
    if ((source == PriceSource.TIER) != (tierFrom != null)) {
      throw new IllegalArgumentException("the price of a tier says from which quantity on it is");
    }
  }

  /** None: what a market does not sell costs nothing there. */
  static final UnitPrice MISSING = new UnitPrice(Cents.ZERO, PriceSource.NONE, null);

  static UnitPrice named(Cents amount) {
    return new UnitPrice(amount, PriceSource.EXPLICIT, null);
  }

  static UnitPrice ofCatalog(Cents amount) {
    return new UnitPrice(amount, PriceSource.CATALOG, null);
  }

  boolean isMissing() {
    return source == PriceSource.NONE;
  }

  boolean isNamed() {
    return source == PriceSource.EXPLICIT;
  }

  /**
   * The price when a request is applied. One sent back as it was served says nothing about where it
   * came from; any other is somebody's own.
   *
   * @param sent the unit price the client sent; absent means the catalog's
   * @param isMoved whether the quantity becomes another
   * @param today what it would be today; absent if it is not on sale
   */
  UnitPrice after(@Nullable Cents sent, boolean isMoved, @Nullable UnitPrice today) {
    if (sent != null && (isNamed() || !sent.equals(amount))) {
      return sent.equals(amount) ? this : named(sent);
    }
    if (today != null && (sent == null || isMoved || isMissing())) {
      return today;
    }
    return isNamed() ? ofCatalog(amount) : this;
  }
}
