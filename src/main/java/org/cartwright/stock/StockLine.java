package org.cartwright.stock;

import org.cartwright.pricing.amounts.Quantity;

/** So much of an item, as a line of a cart wants it. */
public record StockLine(String itemId, Quantity quantity) {}
