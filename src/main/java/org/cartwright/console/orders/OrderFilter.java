package org.cartwright.console.orders;

import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ListOrder;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.orders.reading.OrderCriteria;

/**
 * What the list is asked for.
 *
 * @param search empty for none
 * @param market the id of one; empty for all
 * @param page from 1 on
 */
record OrderFilter(
    String search, List<OrderStatus> statuses, String market, OrderSequence order, int page) {

  static final int SIZE = 25;

  static OrderFilter of(
      String search, List<String> statuses, String market, String order, String page) {
    return new OrderFilter(
        Asked.search(search),
        Asked.named(OrderStatus.values(), statuses),
        Asked.id(market),
        ListOrder.named(OrderSequence.values(), order),
        Asked.page(page));
  }

  OrderCriteria criteria() {
    return new OrderCriteria(
        statuses.isEmpty() ? null : statuses,
        market.isEmpty() ? null : market,
        null,
        null,
        null,
        null,
        null,
        search.isEmpty() ? null : search);
  }

  /** Whether it asks for less than everything; also for the template. */
  public boolean isNarrow() {
    return !search.isEmpty() || !statuses.isEmpty() || !market.isEmpty();
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("status", statuses.stream().map(OrderStatus::name).toList());
    parameters.put("market", List.of(market));
    parameters.put("order", List.of(ListOrder.asked(order)));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(OrdersController.PATH, parameters);
  }
}
