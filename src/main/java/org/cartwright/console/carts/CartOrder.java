package org.cartwright.console.carts;

import java.util.Arrays;
import java.util.Locale;
import org.cartwright.carts.reading.CartSort;

/** In which order carts are listed. */
enum CartOrder {
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

  /** As it stands in an address; also for the template. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CartOrder named(String word) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElse(NEWEST);
  }
}
