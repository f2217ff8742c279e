package org.cartwright.webhooks.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.paging.SortDirection;
import org.jspecify.annotations.Nullable;

/** By what attempts can be sorted, spelled as in the query. */
@Schema(type = "string")
public enum AttemptSort {
  created_date("d.created_date"),
  delivered_date("d.delivered_date"),
  last_delivery_attempt_date("d.last_attempt_date"),
  last_delivery_attempt_status("d.last_status"),
  type("d.type");

  private final String expression;

  AttemptSort(String expression) {
    this.expression = expression;
  }

  /** By this and then by id, so that pages never overlap. */
  String order(@Nullable SortDirection direction) {
    return SortDirection.key(expression, direction)
        + (direction == SortDirection.desc ? ", d.id desc" : ", d.id");
  }
}
