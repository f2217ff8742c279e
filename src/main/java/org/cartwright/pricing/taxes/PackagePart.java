package org.cartwright.pricing.taxes;

import java.math.BigInteger;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Decimals;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One item inside a package.
 *
 * @param price what one of it contributes to the package, in cents, not negative; it weighs the
 *     part and is not charged
 * @param quantity how many the package contains; {@code null} counts as 1
 * @param item what it is to taxes
 */
public record PackagePart(Cents price, @Nullable Quantity quantity, TaxedItem item) {

  /**
   * @throws IllegalArgumentException if the price is negative
   */
  public PackagePart {
    if (price.isNegative()) {
      throw new IllegalArgumentException("the price of a package's part is not negative");
    }
  }

  /** Price × quantity in the smallest unit a quantity can express, thus whole and unrounded. */
  BigInteger weight() {
    var exact = price.exactlyTimes(quantity == null ? Quantity.ONE : quantity);
    return exact.movePointRight(Decimals.MOST).toBigIntegerExact();
  }
}
