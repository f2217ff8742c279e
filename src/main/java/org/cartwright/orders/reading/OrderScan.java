package org.cartwright.orders.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.platform.paging.MergedWalks;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * The statements for lists of a market, of some statuses, or of all: indexes are walked in the
 * order of the list, and how many there are is taken from the tally.
 *
 * @param statuses none means all
 */
record OrderScan(@Nullable String marketId, List<OrderStatus> statuses) {

  /** The values of what the statements name. */
  Map<String, String> parameters() {
    return marketId == null
        ? Map.of("tenant", CurrentTenant.id())
        : Map.of("tenant", CurrentTenant.id(), "market", marketId);
  }

  /** How many there are. */
  String total() {
    return "select coalesce(sum(c.orders), 0)::bigint from order_tally c where "
        + condition(statuses);
  }

  /** The ids of one page of so many. */
  String page(OrderSort sort, boolean ascending, long total, long offset, int size) {
    return walks(sort, ascending, "").page(total, offset, size);
  }

  /** The ids of one page of so few that they are all sorted. */
  String pageOfFew(OrderSort sort, boolean ascending, long offset, int size) {
    return "select c.id from placed_order c where %s order by %s limit %d offset %d"
        .formatted(
            condition(statuses),
            sort.keys().stream()
                .map(key -> "c." + key + (ascending ? "" : " desc"))
                .collect(Collectors.joining(", ")),
            size,
            offset);
  }

  /** The ids and moments of the next chunk, newest first. */
  String chunk(int size) {
    return walks(
            OrderSort.created_date, false, " and (c.created_date, c.id) < (:afterDate, :afterId)")
        .first(size);
  }

  private MergedWalks walks(OrderSort sort, boolean ascending, String further) {
    return new MergedWalks(
        parts(sort).map(part -> "from placed_order c where " + condition(part) + further).toList(),
        sort.keys(),
        ascending);
  }

  /** The statuses of what each index, or part of one, is walked for. */
  private Stream<List<OrderStatus>> parts(OrderSort sort) {
    if (sort.isOfAll() || (sort == OrderSort.created_date && isAll())) {
      return Stream.of(statuses);
    }
    return (statuses.isEmpty() ? Arrays.stream(OrderStatus.values()) : statuses.stream())
        .map(List::of);
  }

  /** Whether no order is left out. */
  boolean isAll() {
    return marketId == null && statuses.isEmpty();
  }

  private String condition(List<OrderStatus> some) {
    return "c.tenant_id = :tenant"
        + (marketId == null ? "" : " and c.market_id = :market")
        + (some.isEmpty()
            ? ""
            : some.stream()
                .map(status -> "'" + status + "'")
                .collect(Collectors.joining(", ", " and c.status in (", ")")));
  }
}
