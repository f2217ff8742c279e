package org.cartwright.console.stock;

import java.util.Arrays;
import java.util.Locale;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.stock.keeping.StockSort;

/** In which order the stock of items is listed. */
enum StockSequence {
  CHANGED(StockSort.updated_date, SortDirection.desc),
  NAME(StockSort.item_name, SortDirection.asc),
  LEAST(StockSort.available, SortDirection.asc);

  private final StockSort sort;
  private final SortDirection direction;

  StockSequence(StockSort sort, SortDirection direction) {
    this.sort = sort;
    this.direction = direction;
  }

  String keys() {
    return sort.order(direction);
  }

  /** As it stands in an address; also for the template. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static StockSequence named(String word) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElse(CHANGED);
  }
}
