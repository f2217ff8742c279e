package org.cartwright.audit.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.cartwright.audit.reading.AuditEntry;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.KeysetPosition;
import org.jspecify.annotations.Nullable;

/** Some of the record, the newest first. */
@Schema(name = "AuditPage", description = "Some of the record, the newest first.")
record AuditPage(
    List<AuditEntry> data,
    @Schema(
            description = "What to send as `after` for what follows; nothing if nothing does.",
            example = "1795953193123456.aud_01kq3v8k7n4h9d2m5x6c7b8a9e")
        @Nullable String next) {

  /** Before the newest there is. */
  private static final KeysetPosition BEGINNING =
      new KeysetPosition(Instant.parse("9999-12-31T23:59:59Z"), "");

  private static final Pattern CURSOR = Pattern.compile("(\\d{1,17})\\.([a-z0-9_]{1,64})");

  /**
   * A page of what was found.
   *
   * @param found up to one more than a page holds, which tells that there is more
   */
  static AuditPage of(List<AuditEntry> found, int size) {
    if (found.size() <= size) {
      return new AuditPage(found, null);
    }
    var page = found.subList(0, size);
    var last = page.getLast();
    var micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.moment());
    return new AuditPage(page, micros + "." + last.id());
  }

  /** Where a page begins. */
  static KeysetPosition position(@Nullable String after) {
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
