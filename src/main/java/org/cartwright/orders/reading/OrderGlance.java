package org.cartwright.orders.reading;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.orders.api.placed.OrderStatus;

/**
 * What there is to say of an order in a line.
 *
 * @param total in cents
 */
public record OrderGlance(
    String id,
    OrderNumber number,
    OrderStatus status,
    Currency currency,
    long total,
    Instant createdDate) {}
