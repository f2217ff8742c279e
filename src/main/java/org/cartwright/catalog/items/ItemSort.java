package org.cartwright.catalog.items;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.paging.SortDirection;
import org.jspecify.annotations.Nullable;

/** By what items can be sorted, spelled as in the query. */
@Schema(type = "string")
enum ItemSort {
  name("lower(x.name)"),
  price("x.price"),
  category("lower(x.category)"),
  created_date("x.created_date"),
  sort_order("x.sort_order"),
  type("x.type"),
  brand_name("lower(x.brand_name)");

  private final String expression;

  ItemSort(String expression) {
    this.expression = expression;
  }

  /** By this and then by name, so that pages never overlap. */
  String order(@Nullable SortDirection direction) {
    return SortDirection.key(expression, direction) + ", lower(x.name), x.name, x.id";
  }
}
