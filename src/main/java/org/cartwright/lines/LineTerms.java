package org.cartwright.lines;

import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for a line: how much, at which price and where that came from, with which
 * discount, and what is noted. The figures follow from it.
 *
 * @param price of one
 * @param discount as it was asked for
 */
public record LineTerms(
    Quantity quantity, UnitPrice price, Discount discount, @Nullable String notes) {

  /** The price of one. */
  public Cents unitPrice() {
    return price.amount();
  }

  /** Where the price came from. */
  public PriceSource priceSource() {
    return price.source();
  }

  /** The same at another price, unless the price is somebody's own. */
  LineTerms at(UnitPrice today) {
    return price.isNamed() ? this : new LineTerms(quantity, today, discount, notes);
  }

  LineTerms withoutNotes() {
    return new LineTerms(quantity, price, discount, null);
  }
}
