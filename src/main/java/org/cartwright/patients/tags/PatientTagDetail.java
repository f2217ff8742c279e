package org.cartwright.patients.tags;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tag and how many patients have it. */
@Schema(description = "A tag and how many patients have it.")
record PatientTagDetail(
    String id,
    @Schema(description = "Unique within the clinic, upper and lower case alike.", example = "VIP")
        String name,
    @Schema(example = "⭐") @Nullable String emoji,
    @Schema(description = "Red, green and blue in hexadecimal.", example = "#ff8800")
        @Nullable String color,
    boolean isActive,
    Instant createdDate,
    @Schema(description = "When it was last changed; `null` if never.")
        @Nullable Instant updatedDate,
    @Schema(description = "How many patients have it, archived ones included.")
        @Nullable Integer patientCount) {}
