package org.cartwright.pricing.amounts;

import java.math.BigDecimal;

/**
 * The one written form of a quantity or percentage, so that 2, 2.0 and 2.0000 are the same value.
 */
public final class Decimals {

  /** As many decimals as a quantity or a percentage may have. */
  public static final int MOST = 10;

  private Decimals() {}

  /**
   * {@code value} without trailing zeros and never in exponent form. The caller has checked its
   * magnitude, so that writing it out is cheap.
   *
   * @throws IllegalArgumentException if it needs more than {@link #MOST} decimals
   */
  static BigDecimal normalized(BigDecimal value, String name) {
    var stripped = value.stripTrailingZeros();
    if (stripped.scale() > MOST) {
      throw new IllegalArgumentException("a " + name + " has at most " + MOST + " decimals");
    }
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
