package org.cartwright.pricing;

/**
 * A request named a discount amount and a percentage that do not belong together, so neither can be
 * believed.
 */
public final class DiscountConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DiscountConflict() {
    super(
        "discountAmount and discountPercentage disagree: send discountPercentage 0 for a flat discount");
  }
}
