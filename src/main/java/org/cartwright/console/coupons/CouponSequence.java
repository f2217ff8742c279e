package org.cartwright.console.coupons;

import java.util.Arrays;
import java.util.Locale;
import org.cartwright.coupons.CouponSort;
import org.cartwright.platform.paging.SortDirection;

/** In which order coupons are listed. */
enum CouponSequence {
  NEWEST(CouponSort.created_date, SortDirection.desc),
  CODE(CouponSort.code, SortDirection.asc),
  USED(CouponSort.used, SortDirection.desc),
  ENDING(CouponSort.ends_date, SortDirection.asc);

  private final CouponSort sort;
  private final SortDirection direction;

  CouponSequence(CouponSort sort, SortDirection direction) {
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

  static CouponSequence named(String word) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElse(NEWEST);
  }
}
