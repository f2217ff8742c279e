package org.cartwright.tenancy.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What a report on the health of what is stored says, from its beginning to its end. */
@Schema(
    name = "HealthReport",
    description =
        "Whether the stored data is consistent. It is written while the clinics are "
            + "being checked: an answer without an end was cut short.")
public record HealthFindings(
    Instant startedDate,
    @Schema(description = "How far it is, each time a clinic is done and now and then in between.")
        List<Progress> progress,
    @Schema(description = "What was checked, over all clinics.") List<Check> checks,
    @Schema(description = "Whether nothing was found.") boolean healthy,
    Instant finishedDate) {

  /** How far the report is. */
  @Schema(name = "HealthReportProgress", description = "How far the report is.")
  public record Progress(
      @Schema(description = "The clinic that was checked.", example = "glow-clinic") String tenant,
      @Schema(description = "How many clinics are done.") int done,
      @Schema(description = "How many clinics there are in all.") int of,
      @Schema(description = "How many documents were checked so far.") long documents,
      @Schema(description = "What was found in this clinic since the last progress.")
          List<Broken> broken) {}

  /** A document that is not true to itself. */
  @Schema(name = "HealthReportBroken", description = "A document that is inconsistent.")
  public record Broken(
      @Schema(example = "carts") String documents,
      @Schema(example = "00e0b5c6a1f24d0b") String id,
      @Schema(
              description = "The rule that it breaks.",
              example = "the subtotal is the sum of the lines")
          String identity) {}

  /** What came of one identity. */
  @Schema(name = "HealthReportCheck", description = "The result of one rule.")
  public record Check(
      @Schema(example = "carts") String documents,
      @Schema(description = "The rule.", example = "the subtotal is the sum of the lines")
          String identity,
      @Schema(description = "How many break it.", example = "0") long broken,
      @Schema(description = "How many were checked.", example = "48210") long of,
      @Schema(description = "Both numbers in words.", example = "0 of 48210") String result) {

    static Check of(String documents, String identity, long broken, long of) {
      return new Check(documents, identity, broken, of, broken + " of " + of);
    }
  }
}
