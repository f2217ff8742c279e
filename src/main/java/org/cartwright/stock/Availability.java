package org.cartwright.stock;

import java.math.BigDecimal;

/**
 * How an item stands.
 *
 * @param onHand 0 if it is not tracked, and below 0 where more was sold than there was
 * @param reserved how much of that is held for others
 * @param held how much of it is held for whoever asks
 */
public record Availability(
    StockPolicy policy, BigDecimal onHand, BigDecimal reserved, BigDecimal held) {

  /** How an item stands that nobody said anything of. */
  public static final Availability UNTRACKED =
      new Availability(StockPolicy.UNTRACKED, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** How much can still be taken without selling what is not there. */
  public BigDecimal available() {
    var left = onHand.subtract(reserved).stripTrailingZeros();
    return left.scale() < 0 ? left.setScale(0) : left;
  }

  /** How much can be held of so much that is wanted. */
  BigDecimal holdable(BigDecimal wanted) {
    return switch (policy) {
      case UNTRACKED -> BigDecimal.ZERO;
      case ALLOW -> wanted;
      case DENY -> wanted.min(available());
    };
  }

  /** Whether so much would be sold. */
  public boolean allows(BigDecimal quantity) {
    return policy != StockPolicy.DENY || available().compareTo(quantity) >= 0;
  }
}
