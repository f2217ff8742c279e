package org.cartwright.console.orders;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import org.cartwright.console.page.Age;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.FullName;
import org.cartwright.orders.api.placed.FulfilmentStatus;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.orders.api.placed.OrderSummary;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders as it is shown.
 *
 * @param total how many there are on all pages, as the shop writes it
 * @param pages how many of those there are
 */
record OrderListing(List<Row> rows, String total, long count, int page, int pages) {

  /**
   * An order.
   *
   * @param goods where the goods are, from the approval on
   * @param age how long ago it was placed
   */
  record Row(
      String id,
      String number,
      String customer,
      String market,
      int items,
      String money,
      OrderStatus status,
      @Nullable FulfilmentStatus goods,
      Age age,
      Instant placed) {}

  static OrderListing of(Page<OrderSummary> found, OrderFilter filter, Tenant tenant, Instant now) {
    return new OrderListing(
        found.data().stream().map(order -> row(order, now)).toList(),
        NumberFormat.getIntegerInstance(tenant.locale()).format(found.total()),
        found.total(),
        filter.page(),
        Asked.pages(found.total(), OrderFilter.SIZE));
  }

  private static Row row(OrderSummary order, Instant now) {
    var customer = order.customer();
    return new Row(
        order.id(),
        order.number(),
        FullName.of(customer.firstName(), customer.lastName()),
        order.market().name(),
        order.itemCount(),
        order.formattedTotal(),
        order.status(),
        order.fulfilmentStatus(),
        Age.between(order.createdDate(), now),
        order.createdDate());
  }
}
