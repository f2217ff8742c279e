package org.cartwright.console.orders;

import java.util.Arrays;
import java.util.Locale;
import org.cartwright.orders.reading.OrderSort;

/** In which order orders are listed. */
enum OrderSequence {
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

  /** As it stands in an address; also for the template. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OrderSequence named(String word) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElse(NEWEST);
  }
}
