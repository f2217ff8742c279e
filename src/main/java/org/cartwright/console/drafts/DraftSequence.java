package org.cartwright.console.drafts;

import org.cartwright.console.page.ListOrder;
import org.cartwright.orders.dashboard.DraftSort;
import org.cartwright.platform.paging.SortDirection;

/** In which order drafts are listed. */
enum DraftSequence implements ListOrder {
  NEWEST(DraftSort.created_date, SortDirection.desc),
  OLDEST(DraftSort.created_date, SortDirection.asc),
  CHANGED(DraftSort.updated_date, SortDirection.desc),
  LARGEST(DraftSort.total, SortDirection.desc),
  CUSTOMER(DraftSort.customer, SortDirection.asc);

  private final DraftSort sort;
  private final SortDirection direction;

  DraftSequence(DraftSort sort, SortDirection direction) {
    this.sort = sort;
    this.direction = direction;
  }

  DraftSort sort() {
    return sort;
  }

  SortDirection direction() {
    return direction;
  }
}
