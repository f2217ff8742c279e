package org.cartwright.console.orders;

import org.cartwright.console.page.ListOrder;
import org.cartwright.orders.reading.OrderSort;

/** In which order orders are listed. */
enum OrderSequence implements ListOrder {
  NEWEST(OrderSort.created_date, false),
  OLDEST(OrderSort.created_date, true),
  CHANGED(OrderSort.updated_date, false),
  LARGEST(OrderSort.total, false);

  private final OrderSort sort;
  private final boolean isAscending;

  OrderSequence(OrderSort sort, boolean isAscending) {
    this.sort = sort;
    this.isAscending = isAscending;
  }

  OrderSort sort() {
    return sort;
  }

  boolean isAscending() {
    return isAscending;
  }
}
