package org.cartwright.lines;

import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/** What is to change on a line; whatever is absent stays. */
public record LineChange(
    @Nullable Quantity quantity,
    @Nullable Cents price,
    DiscountRequest discount,
    @Nullable String notes) {}
