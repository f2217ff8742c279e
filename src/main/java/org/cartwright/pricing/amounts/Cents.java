package org.cartwright.pricing.amounts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of money in the smallest unit of its currency, between −(2<sup>53</sup> − 1) and
 * 2<sup>53</sup> − 1. Anything beyond, given or computed, is refused with {@link FigureTooLarge}.
 *
 * @param value the number of units, "cents" whatever the currency calls them
 */
public record Cents(long value) implements Comparable<Cents> {

  /**
   * The largest integer that a JSON reader working with doubles still keeps intact, 2<sup>53</sup>
   * − 1.
   */
  public static final long MAX_VALUE = (1L << 53) - 1;

  public static final Cents ZERO = new Cents(0);

  private static final BigDecimal MAX = BigDecimal.valueOf(MAX_VALUE);

  public Cents {
    if (value > MAX_VALUE || value < -MAX_VALUE) {
      throw new FigureTooLarge();
    }
  }

  /**
   * The nearest whole amount, halves going away from zero. There is no other rounding of money,
   * here or in {@link #without}.
   */
  public static Cents rounded(BigDecimal exact) {
    // Compared before rounding: setting the scale of 1E+1000000 would write out all its digits.
    if (exact.abs().compareTo(MAX.add(BigDecimal.ONE)) >= 0) {
      throw new FigureTooLarge();
    }
    return new Cents(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** The sum of all, {@link #ZERO} of none. */
  public static Cents sum(Iterable<Cents> amounts) {
    var sum = ZERO;
    for (var amount : amounts) {
      sum = sum.plus(amount);
    }
    return sum;
  }

  public Cents plus(Cents other) {
    return new Cents(value + other.value); // two values of 53 bits cannot overflow 63
  }

  public Cents minus(Cents other) {
    return new Cents(value - other.value);
  }

  /** This amount, taken {@code quantity} times and rounded. */
  public Cents times(Quantity quantity) {
    return rounded(exactlyTimes(quantity));
  }

  /** This amount, taken {@code quantity} times, with all its decimals. */
  public BigDecimal exactlyTimes(Quantity quantity) {
    return toBigDecimal().multiply(quantity.value());
  }

  /**
   * What becomes this amount when so many percent of it are added, rounded.
   *
   * @param percent 0 or more
   */
  public Cents without(BigDecimal percent) {
    var hundred = Percentage.MAX;
    return new Cents(
        toBigDecimal()
            .multiply(hundred)
            .divide(hundred.add(percent), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  public Cents min(Cents other) {
    return value <= other.value ? this : other;
  }

  public boolean isZero() {
    return value == 0;
  }

  public boolean isNegative() {
    return value < 0;
  }

  public boolean isPositive() {
    return value > 0;
  }

  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(value);
  }

  @Override
  public int compareTo(Cents other) {
    return Long.compare(value, other.value);
  }
}
