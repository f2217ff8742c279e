package org.cartwright.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Set;
import org.cartwright.audit.Outcome;
import org.cartwright.audit.reading.AuditCriteria;
import org.cartwright.audit.reading.AuditCursor;
import org.cartwright.audit.reading.AuditReader;
import org.cartwright.audit.reading.AuditTable;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.web.CsvStream;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of a clinic over HTTP: who saw or did what, when. */
@RestController
@Tag(name = "Audit", description = "Who saw or did what, when.")
class AuditController {

  private static final int USUAL_SIZE = 50;
  private static final int LONGEST = 200;

  private final AuditReader reader;
  private final Tenants tenants;

  AuditController(AuditReader reader, Tenants tenants) {
    this.reader = reader;
    this.tenants = tenants;
  }

  @GetMapping("/audit")
  @Operation(operationId = "list_audit")
  AuditPage list(
      @RequestParam(name = "from", required = false) @Nullable Moment from,
      @RequestParam(name = "to", required = false) @Nullable Moment to,
      @RequestParam(name = "caller", required = false) @Size(max = LONGEST) @Nullable String caller,
      @RequestParam(name = "action", required = false) @Size(max = LONGEST) @Nullable String action,
      @RequestParam(name = "object_id", required = false) @Size(max = LONGEST)
          @Nullable String objectId,
      @RequestParam(name = "outcome", required = false) @Nullable Outcome outcome,
      @RequestParam(name = "after", required = false) @Size(max = LONGEST) @Nullable String after,
      @RequestParam(name = "size", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer size) {
    var most = size == null ? USUAL_SIZE : size;
    var found =
        reader.after(
            AuditCursor.position(after),
            criteria(from, to, caller, action, objectId, outcome),
            most + 1);
    return AuditPage.of(found, most);
  }

  @GetMapping("/audit.csv")
  @CsvStream.Answered
  @Operation(operationId = "list_audit_as_csv")
  void table(
      @RequestParam(name = "from", required = false) @Nullable Moment from,
      @RequestParam(name = "to", required = false) @Nullable Moment to,
      @RequestParam(name = "caller", required = false) @Size(max = LONGEST) @Nullable String caller,
      @RequestParam(name = "action", required = false) @Size(max = LONGEST) @Nullable String action,
      @RequestParam(name = "object_id", required = false) @Size(max = LONGEST)
          @Nullable String objectId,
      @RequestParam(name = "outcome", required = false) @Nullable Outcome outcome,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    var wanted = criteria(from, to, caller, action, objectId, outcome);
    CsvStream.write(
        "audit",
        AuditTable.COLUMNS,
        position -> reader.chunk(wanted, position),
        AuditTable::cells,
        response);
  }

  /** A day alone is all of it, where the clinic is. */
  private AuditCriteria criteria(
      @Nullable Moment from,
      @Nullable Moment to,
      @Nullable String caller,
      @Nullable String action,
      @Nullable String objectId,
      @Nullable Outcome outcome) {
    return new AuditCriteria(
        from == null ? null : from.firstInstantIn(() -> tenants.current().timeZone()),
        to == null ? null : to.lastInstantIn(() -> tenants.current().timeZone()),
        caller,
        action == null ? Set.of() : Set.of(action),
        objectId,
        outcome);
  }
}
