package org.cartwright.pricing;

import java.math.BigDecimal;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;

/**
 * The one discount of a line or of a document, as it was asked for: none, a flat amount, or a
 * percentage. What it amounts to depends on its base and is computed by {@link #on}.
 *
 * <p>It survives storage as its {@link #kind()} and {@link #value()}, from which {@link #of(Kind,
 * BigDecimal)} brings it back. A discount of nothing, be it 0 cents or 0 %, is {@link Kind#NONE}.
 */
public sealed interface Discount {

  /** The forms a discount takes. */
  enum Kind {
    /** There is no discount; its value is 0. */
    NONE,
    /** An amount in cents, once per line or document and never per unit. */
    FLAT,
    /** A part of the base, in percent. */
    PERCENT
  }

  static Discount none() {
    return new None();
  }

  /** {@code asked} off, which is no discount at all if it is 0. */
  static Discount flat(Cents asked) {
    return asked.isZero() ? none() : new Flat(asked);
  }

  /** {@code percentage} off, which is no discount at all if it is 0. */
  static Discount percent(Percentage percentage) {
    return percentage.isZero() ? none() : new Percent(percentage);
  }

  /**
   * The discount that was stored as {@code kind} and {@code value}.
   *
   * @throws IllegalArgumentException if there cannot be such a discount, as with a flat one of half
   *     a cent
   */
  static Discount of(Kind kind, BigDecimal value) {
    return switch (kind) {
      case NONE -> {
        if (value.signum() != 0) {
          throw new IllegalArgumentException("no discount has no value");
        }
        yield none();
      }
      case FLAT -> flat(wholeCents(value));
      case PERCENT -> percent(new Percentage(value));
    };
  }

  private static Cents wholeCents(BigDecimal value) {
    var cents = Cents.rounded(value);
    if (cents.toBigDecimal().compareTo(value) != 0) {
      throw new IllegalArgumentException("a flat discount is a whole number of cents");
    }
    return cents;
  }

  Kind kind();

  /**
   * Cents of a flat discount, percents of a percentage, 0 of none: what to store beside the kind.
   */
  BigDecimal value();

  /**
   * What this discount takes off {@code base}: at least 0, at most {@code base}. This is the amount
   * to serve, whatever was asked for.
   *
   * @param base the amount before the discount, not negative
   */
  default Cents on(Cents base) {
    return Cents.rounded(exactlyOn(base));
  }

  /** What this discount takes off {@code base}, in cents and before rounding. */
  BigDecimal exactlyOn(Cents base);

  /** The percentage to serve: 0 unless the discount is one. */
  default BigDecimal percentage() {
    return BigDecimal.ZERO;
  }

  /** The flat amount asked for, which may exceed any base: 0 unless the discount is flat. */
  default Cents asked() {
    return Cents.ZERO;
  }

  /** No discount. */
  record None() implements Discount {

    @Override
    public Kind kind() {
      return Kind.NONE;
    }

    @Override
    public BigDecimal value() {
      return BigDecimal.ZERO;
    }

    @Override
    public BigDecimal exactlyOn(Cents base) {
      return BigDecimal.ZERO;
    }
  }

  /**
   * An amount off. It is remembered as asked and applied up to its base, so more of it applies when
   * the base grows.
   *
   * @param asked above 0
   */
  record Flat(Cents asked) implements Discount {

    public Flat {
      if (!asked.isPositive()) {
        throw new IllegalArgumentException("a flat discount is above 0");
      }
    }

    @Override
    public Kind kind() {
      return Kind.FLAT;
    }

    @Override
    public BigDecimal value() {
      return asked.toBigDecimal();
    }

    @Override
    public BigDecimal exactlyOn(Cents base) {
      return asked.min(base).toBigDecimal();
    }
  }

  /**
   * A percentage off.
   *
   * @param rate above 0
   */
  record Percent(Percentage rate) implements Discount {

    public Percent {
      if (rate.isZero()) {
        throw new IllegalArgumentException("a discount in percent is above 0");
      }
    }

    @Override
    public Kind kind() {
      return Kind.PERCENT;
    }

    @Override
    public BigDecimal value() {
      return rate.value();
    }

    @Override
    public BigDecimal percentage() {
      return rate.value();
    }

    @Override
    public BigDecimal exactlyOn(Cents base) {
      return rate.exactlyOf(base);
    }
  }
}
