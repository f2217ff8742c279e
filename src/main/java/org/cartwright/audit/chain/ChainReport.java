package org.cartwright.audit.chain;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the chain of a clinic's seals holds. */
@Schema(
    name = "AuditVerification",
    description = "Whether the record is what was put down; every row and every seal was checked.")
public record ChainReport(
    @Schema(description = "What was found, such as `0 of 1200 rows`.", example = "0 of 1200 rows")
        String found,
    @Schema(description = "How many rows or seals are wrong.", example = "0") long broken,
    @Schema(description = "How many rows there are.", example = "1200") long rows,
    @Schema(description = "How many seals there are.", example = "1198") long seals,
    @Schema(description = "How many rows wait for their seal.", example = "2") long notYetSealed,
    @Schema(description = "How many seals belong to rows that are no longer kept.", example = "0")
        long keptNoLonger,
    @Schema(
            description =
                "The newest seal. Kept elsewhere, it shows later that nothing was cut off.",
            example = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")
        @Nullable String newestSeal,
    @Schema(description = "The first hundred that are wrong.") List<Break> breaks) {

  /** How a row or a seal can be wrong. */
  @Schema(name = "AuditFault")
  public enum Kind {
    /** A row says something else than it did when it was sealed, or stands in another place. */
    ROW_CHANGED,
    /** A row is gone. */
    ROW_MISSING,
    /** A row was neither sealed nor waits for it. */
    ROW_ADDED,
    /** A seal does not follow from the one before. */
    SEAL_CHANGED,
    /** A seal is gone. */
    SEAL_MISSING
  }

  /** Something that is wrong. */
  @Schema(name = "AuditBreak", description = "Something that is wrong with the record.")
  public record Break(
      Kind kind,
      @Schema(description = "The number of the seal, where there is one.", example = "17")
          @Nullable Long seal,
      @Schema(
              description = "The id of the row, where it is known.",
              example = "aud_01kq3v8k7n4h9d2m5x6c7b8a9e")
          @Nullable String row,
      @Nullable Instant moment) {}
}
