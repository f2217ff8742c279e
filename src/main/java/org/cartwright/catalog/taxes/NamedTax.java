package org.cartwright.catalog.taxes;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A tax in force, as somebody of the staff knows it.
 *
 * @param market the name of the market it belongs to, if it belongs to one
 */
public record NamedTax(String id, String name, BigDecimal percentage, @Nullable String market) {}
