package org.cartwright.platform.postgres.safety;

import java.util.List;

/** The database would not keep tenants apart, or not keep what was acknowledged. */
final class UnsafeDatabase extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  UnsafeDatabase(List<String> problems) {
    super("The database is not safe to serve from: " + String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, one sentence each. */
  List<String> problems() {
    return problems;
  }
}
