package org.cartwright.catalog.products;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.paging.SortDirection;
import org.jspecify.annotations.Nullable;

/** By what products can be sorted, spelled as in the query. */
@Schema(type = "string")
public enum ProductSort {
  name("lower(x.name)"),
  created_date("x.created_date");

  private final String expression;

  ProductSort(String expression) {
    this.expression = expression;
  }

  /** By this and then by name, so that pages never overlap. */
  public String order(@Nullable SortDirection direction) {
    return SortDirection.key(expression, direction) + ", lower(x.name), x.name, x.id";
  }
}
