package org.cartwright.orders.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;

/**
 * By what orders can be sorted, spelled as in the query, and then by id in the same direction, so
 * that pages never overlap.
 */
@Schema(type = "string")
public enum OrderSort {
  created_date("created_date"),
  updated_date("updated_date"),
  number("number"),
  total("total"),
  /** Those of one status by when they were placed. */
  status("status");

  private final String column;

  OrderSort(String column) {
    this.column = column;
  }

  /** The columns, as the indexes have them that are walked. */
  List<String> keys() {
    return this == status ? List.of(column, "created_date", "id") : List.of(column, "id");
  }

  /** Whether the index that has them in this order has those of all statuses in one. */
  boolean isOfAll() {
    return this == number || this == status;
  }

  /** The sort keys of a query for {@code x}. */
  String order(boolean ascending) {
    return keys().stream()
        .map(key -> "x." + key + (ascending ? "" : " desc"))
        .collect(Collectors.joining(", "));
  }
}
