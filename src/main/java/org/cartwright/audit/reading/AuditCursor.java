package org.cartwright.audit.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.KeysetPosition;
import org.jspecify.annotations.Nullable;

/** Where a page of the record begins, as it is written in an address. */
public final class AuditCursor {

  /** Before the newest there is. */
  private static final KeysetPosition BEGINNING =
      new KeysetPosition(Instant.parse("9999-12-31T23:59:59Z"), "");

  private static final Pattern CURSOR = Pattern.compile("(\\d{1,17})\\.([a-z0-9_]{1,64})");

  private AuditCursor() {}

  /** Where the page begins that follows one with this last row. */
  public static String behind(AuditEntry last) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, last.moment()) + "." + last.id();
  }

  /**
   * Where a page begins; without a cursor, with the newest row.
   *
   * @throws InvalidRequest if it is none
   */
  public static KeysetPosition position(@Nullable String after) {
    if (after == null) {
      return BEGINNING;
    }
    var cursor = CURSOR.matcher(after);
    if (!cursor.matches()) {
      throw new InvalidRequest(
          Violation.of(List.of("query", "after"), "this is no `next` of a page of the record"));
    }
    return new KeysetPosition(
        Instant.EPOCH.plus(Long.parseLong(cursor.group(1)), ChronoUnit.MICROS), cursor.group(2));
  }
}
