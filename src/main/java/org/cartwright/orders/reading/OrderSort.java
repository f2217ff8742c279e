package org.cartwright.orders.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.paging.SortDirection;
import org.jspecify.annotations.Nullable;

/** By what orders can be sorted, spelled as in the query. */
@Schema(type = "string")
public enum OrderSort {
  created_date("x.created_date"),
  updated_date("x.updated_date"),
  number("x.number"),
  total("x.total"),
  status("x.status");

  private final String expression;

  OrderSort(String expression) {
    this.expression = expression;
  }

  /** By this and then by id, so that pages never overlap. */
  public String order(@Nullable SortDirection direction) {
    return SortDirection.key(expression, direction) + ", x.id";
  }
}
