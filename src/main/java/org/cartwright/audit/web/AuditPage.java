package org.cartwright.audit.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.cartwright.audit.reading.AuditCursor;
import org.cartwright.audit.reading.AuditEntry;
import org.jspecify.annotations.Nullable;

/** Some of the record, the newest first. */
@Schema(name = "AuditPage", description = "A page of the record, the newest first.")
record AuditPage(
    List<AuditEntry> data,
    @Schema(
            description =
                "What to send as `after` for the page that follows; left out if none does.",
            example = "1795953193123456.aud_01kq3v8k7n4h9d2m5x6c7b8a9e")
        @Nullable String next) {

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
    return new AuditPage(page, AuditCursor.behind(page.getLast()));
  }
}
