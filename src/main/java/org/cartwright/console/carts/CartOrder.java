package org.cartwright.console.carts;

import org.cartwright.carts.reading.CartSort;
import org.cartwright.console.page.ListOrder;

/** In which order carts are listed. */
enum CartOrder implements ListOrder {
  NEWEST(CartSort.CREATED_DATE, false),
  OLDEST(CartSort.CREATED_DATE, true),
  CHANGED(CartSort.UPDATED_DATE, false),
  LARGEST(CartSort.TOTAL, false),
  PATIENT(CartSort.PATIENT_NAME, true);

  private final CartSort sort;
  private final boolean isAscending;

  CartOrder(CartSort sort, boolean isAscending) {
    this.sort = sort;
    this.isAscending = isAscending;
  }

  CartSort sort() {
    return sort;
  }

  boolean isAscending() {
    return isAscending;
  }
}
