package org.cartwright.patients.notes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A note to keep about a patient. */
@Schema(
    name = "QuickNoteCreate",
    description = "A note to keep about a patient.",
    example =
        """
        {"patientId": "pat_demo_jane", "note": "Prefers to be called in the evening.", "creatorId": "prov_demo_lee"}""")
public record QuickNoteCreate(
    @Schema(description = "The patient it is about.", example = "pat_demo_jane") @Size(max = 64)
        String patientId,
    @Schema(description = "What to remember.", example = "Prefers to be called in the evening.")
        @Size(min = 1, max = 10_000)
        String note,
    @Schema(description = "The provider who writes it.", example = "prov_demo_lee") @Size(max = 64)
        String creatorId,
    @Schema(
            description = "The appointment it belongs to, by your own id for it.",
            example = "visit-2041")
        @Size(max = 255)
        @Nullable String eventId,
    @Schema(
            description =
                "The note's id in your own system; unique within the clinic, deleted notes included.",
            example = "note-77")
        @Size(min = 1, max = 255)
        @Nullable String externalId) {}
