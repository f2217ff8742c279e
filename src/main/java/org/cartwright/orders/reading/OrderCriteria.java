package org.cartwright.orders.reading;

import java.time.Instant;
import java.util.List;
import org.cartwright.orders.api.placed.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are wanted. What is absent is no condition.
 *
 * @param createdFrom the first moment at which they may have been placed
 * @param createdTo the first moment at which they may not have been placed any more
 * @param totalFrom the least total, in the smallest unit of their currency
 * @param totalTo the greatest
 * @param search part of the number, or of the customer's name, e-mail address or phone number
 */
public record OrderCriteria(
    @Nullable List<OrderStatus> statuses,
    @Nullable String marketId,
    @Nullable String customerId,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo,
    @Nullable Long totalFrom,
    @Nullable Long totalTo,
    @Nullable String search) {}
