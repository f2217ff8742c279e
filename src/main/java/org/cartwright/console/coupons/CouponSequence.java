package org.cartwright.console.coupons;

import org.cartwright.console.page.ListOrder;
import org.cartwright.coupons.CouponSort;
import org.cartwright.platform.paging.SortDirection;

/** In which order coupons are listed. */
enum CouponSequence implements ListOrder {
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
}
