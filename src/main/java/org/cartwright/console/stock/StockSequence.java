package org.cartwright.console.stock;

import org.cartwright.console.page.ListOrder;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.stock.keeping.StockSort;

/** In which order the stock of items is listed. */
enum StockSequence implements ListOrder {
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
}
