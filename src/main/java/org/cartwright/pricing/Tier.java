package org.cartwright.pricing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The price of an item from a quantity on: either a unit price or a percentage off the item's
 * price.
 *
 * @param from the smallest quantity that has it
 * @param unitPrice what one costs then
 * @param off how much less one costs then
 */
public record Tier(Quantity from, @Nullable Cents unitPrice, @Nullable Percentage off) {

  /**
   * @throws IllegalArgumentException unless exactly one of the two is given, and a unit price is
   *     one that a line may have
   */
  public Tier {
    if ((unitPrice == null) == (off == null)) {
      throw new IllegalArgumentException("a tier has either a unit price or a percentage");
    }
    if (unitPrice != null) {
      Line.requirePossible(unitPrice);
    }
  }

  /** One costs {@code unitPrice} from a quantity on. */
  public static Tier priced(Quantity from, Cents unitPrice) {
    return new Tier(from, unitPrice, null);
  }

  /** One costs so many percent less from a quantity on. */
  public static Tier percentOff(Quantity from, Percentage off) {
    return new Tier(from, null, off);
  }

  /**
   * The highest of some tiers that a quantity reaches.
   *
   * @param quantity of the item, summed over the whole document
   */
  public static Optional<Tier> reached(Collection<Tier> tiers, BigDecimal quantity) {
    return tiers.stream()
        .filter(tier -> tier.from.value().compareTo(quantity) <= 0)
        .max(Comparator.comparing(Tier::from));
  }

  /** What one costs, where it would cost {@code price} without tiers. */
  public Cents priceOf(Cents price) {
    if (unitPrice != null) {
      return unitPrice;
    }
    var left = off == null ? Percentage.MAX : Percentage.MAX.subtract(off.value());
    return new Percentage(left).of(price);
  }
}
