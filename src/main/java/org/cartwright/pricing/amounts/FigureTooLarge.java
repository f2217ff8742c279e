package org.cartwright.pricing.amounts;

/**
 * A figure left the range that every JSON reader keeps intact, ±(2<sup>53</sup> − 1) cents. Nothing
 * was computed; the request that led here has to be refused as a whole.
 */
public final class FigureTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FigureTooLarge() {
    super("a figure exceeds the largest amount that can be served, " + Cents.MAX_VALUE + " cents");
  }
}
