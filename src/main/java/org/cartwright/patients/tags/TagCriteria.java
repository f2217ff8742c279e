package org.cartwright.patients.tags;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Which tags to list, and how.
 *
 * @param name a part of the name, in any case
 * @param order by what; ties go by id
 */
record TagCriteria(
    @Nullable String name,
    @Nullable Boolean isActive,
    Order order,
    @Nullable SortDirection direction,
    Paging paging) {

  /** What tags can be listed by; the constants are spelled as clients write them. */
  @Schema(type = "string")
  enum Order {
    name("lower(x.name)"),
    created_date("x.created_date"),
    is_active("x.is_active"),
    updated_date("x.updated_date");

    private final String expression;

    Order(String expression) {
      this.expression = expression;
    }
  }

  PageQuery query() {
    return new PageQuery("patient_tag", CurrentTenant.id())
        .contains("x.name", name)
        .where("x.is_active = ?", isActive);
  }

  String sortKeys() {
    return SortDirection.key(order.expression, direction)
        + (direction == SortDirection.desc ? ", x.id desc" : ", x.id");
  }
}
