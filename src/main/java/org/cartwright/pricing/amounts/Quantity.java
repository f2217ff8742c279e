package org.cartwright.pricing.amounts;

import java.math.BigDecimal;

/**
 * How much of something is sold: above 0, at most 1,000,000, with at most 10 decimals. Fractions
 * are ordinary here, half a syringe is 0.5. Equal amounts are equal values however they were
 * written: 2.0 is 2.
 *
 * @param value the amount, without trailing zeros
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

  public static final BigDecimal MAX = BigDecimal.valueOf(1_000_000);

  public static final Quantity ONE = new Quantity(BigDecimal.ONE);

  /**
   * @throws IllegalArgumentException outside the bounds or with more decimals than allowed; nothing
   *     is rounded
   */
  public Quantity {
    if (value.signum() <= 0 || value.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("a quantity is above 0 and at most " + MAX);
    }
    value = Decimals.normalized(value, "quantity");
  }

  public static Quantity of(long whole) {
    return new Quantity(BigDecimal.valueOf(whole));
  }

  /** Whether there are no decimals: 2.5 is not whole, 2.0 is. */
  public boolean isWhole() {
    return value.scale() == 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
