package org.cartwright.platform.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which way a list is sorted, spelled as in the query. What has no value comes last either way. */
@Schema(
    type = "string",
    allowableValues = {"asc", "desc"})
public enum SortDirection {
  asc,
  desc;

  /**
   * The sort key of a {@link PageQuery}: an expression in this direction, ascending if none was
   * asked for.
   */
  public static String key(String expression, @Nullable SortDirection direction) {
    return expression + (direction == desc ? " desc" : "") + " nulls last";
  }
}
