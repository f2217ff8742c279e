package org.cartwright.stock;

import java.math.BigDecimal;

/**
 * That there is not enough of an item.
 *
 * @param wanted of it in all
 * @param available how much could be had
 */
public record Shortage(String itemId, BigDecimal wanted, BigDecimal available) {}
