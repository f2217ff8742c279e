package org.cartwright.platform.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Moments as a parameter that is an array of them. */
public final class Moments {

  private Moments() {}

  /**
   * As PostgreSQL reads an array of moments: {@code (select cast(? as timestamptz[]))}, since
   * without the {@code select} it would read it anew for each row.
   */
  public static String array(List<Instant> moments) {
    return moments.stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
