package org.cartwright.stock.keeping;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.catalog.CatalogRows;
import org.cartwright.platform.paging.SortDirection;
import org.jspecify.annotations.Nullable;

/** By what the stock of items can be sorted, spelled as in the query. */
@Schema(type = "string")
public enum StockSort {
  item_name("lower(" + CatalogRows.itemName("x", "id") + ")"),
  on_hand("x.on_hand"),
  available("x.on_hand - " + StockReader.RESERVED),
  updated_date("x.updated_date");

  private final String expression;

  StockSort(String expression) {
    this.expression = expression;
  }

  /** By this and then by item, so that pages never overlap. */
  public String order(@Nullable SortDirection direction) {
    return SortDirection.key(expression, direction) + ", x.id";
  }
}
