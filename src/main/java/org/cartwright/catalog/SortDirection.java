package org.cartwright.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which way a list is sorted, spelled as in the query. What has no value comes last either way. */
@Schema(
    type = "string",
    allowableValues = {"asc", "desc"})
enum SortDirection {
  asc,
  desc;

  /**
   * An ORDER BY: first by the expression in the asked direction, then by name and id so that pages
   * never overlap.
   */
  static String order(String expression, @Nullable SortDirection direction) {
    return "%s %s nulls last, lower(x.name), x.name, x.id"
        .formatted(expression, direction == desc ? "desc" : "asc");
  }
}
