package org.cartwright.carts.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.platform.json.FieldSpelling;

/** What carts can be sorted by; each has an index that carries it. */
public enum CartSort {
  CREATED_DATE("created_date", "cart"),
  UPDATED_DATE("updated_date", "cart_order"),
  EXPIRES_DATE("expires_date", "cart"),
  TOTAL("total", "cart_order"),
  STATUS("status", "cart"),
  PATIENT_NAME("sort_name", "cart");

  private final String column;
  private final String table;

  CartSort(String column, String table) {
    this.column = column;
    this.table = table;
  }

  /** The table whose index has the carts in this order. */
  String table() {
    return table;
  }

  /** What it sorts by, and what decides between carts that are equal in it, as the index has it. */
  List<String> keys() {
    return this == STATUS ? List.of(column, "created_date", "id") : List.of(column, "id");
  }

  /** The keys as columns to select. */
  String columns(String alias) {
    return keys().stream().map(key -> alias + "." + key).collect(Collectors.joining(", "));
  }

  /** The order in one direction. */
  String order(String alias, boolean ascending) {
    return order(keys().stream().map(key -> alias + "." + key), ascending);
  }

  /** The order by other columns than those of its own table. */
  static String order(Stream<String> columns, boolean ascending) {
    return columns
        .map(column -> column + (ascending ? " asc" : " desc"))
        .collect(Collectors.joining(", ", "order by ", ""));
  }

  /** The sort a client names, in either spelling. */
  public static Optional<CartSort> named(String name) {
    var wanted = FieldSpelling.snake(name);
    return Arrays.stream(values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }
}
