package org.cartwright.orders.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.platform.json.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are wanted. What is absent is no condition.
 *
 * @param statuses none means all
 * @param createdFrom the first moment at which they may have been placed
 * @param createdTo the last
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
    @Nullable String search) {

  public OrderCriteria {
    statuses = statuses == null || statuses.isEmpty() ? null : statuses;
  }

  /**
   * The orders placed between two days or moments.
   *
   * @param zone where the shop is, which says when a day begins and ends
   */
  public static OrderCriteria of(
      @Nullable List<OrderStatus> statuses,
      @Nullable String marketId,
      @Nullable String customerId,
      @Nullable Moment createdFrom,
      @Nullable Moment createdTo,
      Supplier<ZoneId> zone,
      @Nullable Long totalFrom,
      @Nullable Long totalTo,
      @Nullable String search) {
    return new OrderCriteria(
        statuses,
        marketId,
        customerId,
        createdFrom == null ? null : createdFrom.firstInstantIn(zone),
        createdTo == null ? null : createdTo.lastInstantIn(zone),
        totalFrom,
        totalTo,
        search);
  }

  /** Whether they have to be found and counted; else they are walked to and tallied. */
  boolean isFound() {
    return customerId != null
        || createdFrom != null
        || createdTo != null
        || totalFrom != null
        || totalTo != null
        || (search != null && !search.isBlank());
  }

  /** How those that need not be found are walked to. */
  OrderScan scan() {
    return new OrderScan(
        marketId, statuses == null ? List.of() : statuses.stream().distinct().sorted().toList());
  }
}
