package org.cartwright.coupons;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.paging.SortDirection;
import org.jspecify.annotations.Nullable;

/** By what coupons can be sorted, spelled as in the query. */
@Schema(type = "string")
public enum CouponSort {
  code("upper(x.code)"),
  created_date("x.created_date"),
  starts_date("x.starts_date"),
  ends_date("x.ends_date"),
  used("x.used");

  private final String expression;

  CouponSort(String expression) {
    this.expression = expression;
  }

  /** By this and then by id, so that pages never overlap. */
  public String order(@Nullable SortDirection direction) {
    return SortDirection.key(expression, direction) + ", x.id";
  }
}
