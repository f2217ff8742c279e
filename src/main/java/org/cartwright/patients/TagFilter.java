package org.cartwright.patients;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which tags to list, and how.
 *
 * @param name a part of the name, in any case
 * @param order by what; ties go by id
 */
record TagFilter(
    @Nullable String name,
    @Nullable Boolean isActive,
    Order order,
    boolean descending,
    int page,
    int perPage) {

  /** What tags can be listed by; the constants are spelled as clients write them. */
  @Schema(type = "string")
  enum Order {
    name("lower(name)"),
    created_date("created_date"),
    is_active("is_active"),
    updated_date("updated_date");

    private final String expression;

    Order(String expression) {
      this.expression = expression;
    }

    String inSql(boolean descending) {
      return expression + (descending ? " desc nulls last, id desc" : " nulls last, id");
    }
  }

  long offset() {
    return (page - 1L) * perPage;
  }
}
