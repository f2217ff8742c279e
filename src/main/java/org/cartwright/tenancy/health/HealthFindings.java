package org.cartwright.tenancy.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What a report on the health of what is stored says, from its beginning to its end. */
@Schema(
    name = "HealthReport",
    description =
        "Whether what is stored is true to itself. It is written while the clinics are looked at: an answer that does not end was cut short.")
public record HealthFindings(
    Instant startedDate,
    @Schema(description = "How far it is, each time a clinic is done and now and then between.")
        List<Progress> progress,
    @Schema(description = "What was checked, over all clinics.") List<Check> checks,
    @Schema(description = "Whether nothing was found.") boolean healthy,
    Instant finishedDate) {

  /** How far the report is. */
  @Schema(name = "HealthReportProgress", description = "How far the report is.")
  public record Progress(
      @Schema(description = "The clinic that was looked at.", example = "glow-clinic")
          String tenant,
      @Schema(description = "How many clinics are done.") int done,
      @Schema(description = "How many there are to do.") int of,
      @Schema(description = "How many documents were looked at so far.") long documents,
      @Schema(description = "What was found in this clinic since the progress before.")
          List<Broken> broken) {}

  /** A document that is not true to itself. */
  @Schema(name = "HealthReportBroken", description = "A document that is not true to itself.")
  public record Broken(
      @Schema(example = "carts") String documents,
      @Schema(example = "00e0b5c6a1f24d0b") String id,
      @Schema(
              description = "What should be true of it.",
              example = "the subtotal is the sum of the lines")
          String identity) {}

  /** What came of one identity. */
  @Schema(name = "HealthReportCheck", description = "What came of one identity.")
  public record Check(
      @Schema(example = "carts") String documents,
      @Schema(
              description = "What should be true of each of them.",
              example = "the subtotal is the sum of the lines")
          String identity,
      @Schema(description = "Of how many it is not true.", example = "0") long broken,
      @Schema(description = "How many were looked at.", example = "48210") long of,
      @Schema(description = "The two in words.", example = "0 of 48210") String result) {

    static Check of(String documents, String identity, long broken, long of) {
      return new Check(documents, identity, broken, of, broken + " of " + of);
    }
  }
}
