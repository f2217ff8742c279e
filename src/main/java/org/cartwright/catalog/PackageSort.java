package org.cartwright.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

/** By what packages can be sorted, spelled as in the query. */
@Schema(type = "string")
enum PackageSort {
  name("lower(x.name)"),
  price("x.price"),
  category("lower(x.category)"),
  created_date("x.created_date");

  private final String expression;

  PackageSort(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }
}
