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
 */
public record NewLine(
    Product product,
    Quantity quantity,
    @Nullable Cents price,
    DiscountRequest discount,
    @Nullable String notes) {}
