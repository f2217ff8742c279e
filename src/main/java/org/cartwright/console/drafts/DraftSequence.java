package org.cartwright.console.drafts;

import java.util.Arrays;
import java.util.Locale;
import org.cartwright.orders.dashboard.DraftSort;
import org.cartwright.platform.paging.SortDirection;

/** In which order drafts are listed. */
enum DraftSequence {
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

  /** As it stands in an address; also for the template. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DraftSequence named(String word) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElse(NEWEST);
  }
}
