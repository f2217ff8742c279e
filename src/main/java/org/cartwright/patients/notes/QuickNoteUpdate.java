package org.cartwright.patients.notes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.PresentFields;
import org.jspecify.annotations.Nullable;

/** What to change of a quick note. */
@Schema(
    name = "QuickNoteUpdate",
    description =
        "What to change about a quick note: what is left out stays; `null` clears the "
            + "appointment and the external id.",
    example =
        """
        {"note": "Prefers to be called before noon."}""")
record QuickNoteUpdate(
    @Schema(
            description = "What to remember; `null` leaves it as it is.",
            example = "Prefers to be called before noon.")
        @Size(min = 1, max = 10_000)
        @Nullable String note,
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
        @Nullable String externalId,
    @Schema(hidden = true) PresentFields given) {}
