package org.cartwright.lines;

import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A line as a client wants it.
 *
 * @param price for one; absent means the catalog's price
 * @param notes what is said about the line
 * @param id of the line that is sent back, if it says so
 */
public record NewLine(
    Product product,
    Quantity quantity,
    @Nullable Cents price,
    DiscountRequest discount,
    @Nullable String notes,
    @Nullable String id) {

  /** One that is not said to be sent back. */
  public NewLine(
      Product product,
      Quantity quantity,
      @Nullable Cents price,
      DiscountRequest discount,
      @Nullable String notes) {
    this(product, quantity, price, discount, notes, null);
  }
}
