package org.cartwright.patients.tags;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tag. */
@Schema(description = "A tag that patients are sorted by.")
public record PatientTagSummary(
    String id,
    @Schema(description = "Unique within the clinic, upper and lower case alike.", example = "VIP")
        String name,
    @Schema(example = "⭐") @Nullable String emoji,
    @Schema(description = "Red, green and blue in hexadecimal.", example = "#ff8800")
        @Nullable String color,
    boolean isActive,
    Instant createdDate,
    @Schema(description = "When it was last changed; `null` if never.")
        @Nullable Instant updatedDate) {

  /** The tag and how many patients have it. */
  PatientTagDetail countedOn(int patients) {
    return new PatientTagDetail(
        id, name, emoji, color, isActive, createdDate, updatedDate, patients);
  }
}
