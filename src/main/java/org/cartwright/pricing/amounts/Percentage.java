package org.cartwright.pricing.amounts;

import java.math.BigDecimal;

/**
 * A tax rate or a discount the way people say it, {@code 8.25} for 8.25 %: 0 to 100, with at most
 * 10 decimals. Equal rates are equal values however they were written: 10.00 is 10.
 *
 * @param value the percents, without trailing zeros
 */
public record Percentage(BigDecimal value) implements Comparable<Percentage> {

  public static final BigDecimal MAX = BigDecimal.valueOf(100);

  public static final Percentage ZERO = new Percentage(BigDecimal.ZERO);

  /**
   * @throws IllegalArgumentException outside the bounds or with more decimals than allowed; nothing
   *     is rounded
   */
  public Percentage {
    if (value.signum() < 0 || value.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("a percentage is between 0 and " + MAX);
    }
    value = Decimals.normalized(value, "percentage");
  }

  /** This many percent of {@code base}, rounded. */
  public Cents of(Cents base) {
    return Cents.rounded(exactlyOf(base));
  }

  /** This many percent of {@code base} in cents, with all its decimals. */
  public BigDecimal exactlyOf(Cents base) {
    return base.toBigDecimal().multiply(value).movePointLeft(2);
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  @Override
  public int compareTo(Percentage other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
