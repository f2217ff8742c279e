package org.cartwright.testing.oracle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft order in plain terms, as {@link OracleCart} is a cart.
 *
 * @param items what the lines sell
 * @param isInside whether the market's prices have taxes inside
 */
public record OracleDraft(
    String currency,
    List<Item> items,
    List<Line> lines,
    @Nullable Fee fee,
    OracleCart.Off off,
    @Nullable Coupon coupon,
    List<Tax> taxes,
    @Nullable Place place,
    boolean isInside,
    boolean isExempt) {

  /** An item at its price in the market. */
  public record Item(long price, List<Tier> tiers, boolean isCovered, OracleCart.Item item) {}

  /** From a quantity on: a price, or percents off. */
  public record Tier(long from, @Nullable Long price, String percent) {}

  /**
   * @param item which of the items, from 0
   * @param price that somebody named
   */
  public record Line(int item, String quantity, @Nullable Long price, OracleCart.Off off) {}

  /** What bringing it costs, as the last line. */
  public record Fee(long price, OracleCart.Item item) {}

  public record Coupon(OracleCart.Off off, long minimum) {}

  /** A tax in regions and at postal codes, wherever if there are none. */
  public record Tax(OracleCart.Tax tax, Set<String> regions, Set<String> postalCodes) {}

  public record Place(String country, String region, String postalCode) {}
}
