package org.cartwright.carts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cartwright.platform.json.Spelling;

/** What carts can be sorted by; each has an index that carries it. */
enum CartSort {
  CREATED_DATE("c.created_date"),
  UPDATED_DATE("c.updated_date"),
  EXPIRES_DATE("c.expires_date"),
  TOTAL("c.total"),
  STATUS("c.status"),
  PATIENT_NAME("p.sort_name");

  private final String column;

  CartSort(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  /** What decides between carts that are equal in this, as the index has it. */
  String tieBreaker() {
    return this == STATUS ? "c.created_date, c.id" : "c.id";
  }

  /** The sort a client names, in either spelling. */
  static Optional<CartSort> named(String name) {
    var wanted = Spelling.snake(name);
    return Arrays.stream(values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }
}
