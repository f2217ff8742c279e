package org.cartwright.orders.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.paging.SortDirection;
import org.jspecify.annotations.Nullable;

/** By what drafts can be sorted, spelled as in the query. */
@Schema(type = "string")
enum DraftSort {
  created_date("x.created_date"),
  updated_date("x.updated_date"),
  total("x.total"),
  customer("x.customer_name");

  private final String expression;

  DraftSort(String expression) {
    this.expression = expression;
  }

  /**
   * By this and then by id in the same direction, as indexes are walked. Those without a customer
   * come last either way.
   */
  String order(@Nullable SortDirection direction) {
    var way = direction == SortDirection.desc ? " desc" : "";
    var key = this == customer ? SortDirection.key(expression, direction) : expression + way;
    return key + ", x.id" + way;
  }
}
