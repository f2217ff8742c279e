package org.cartwright.patients.notes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartwright.staff.api.ProviderTiny;
import org.jspecify.annotations.Nullable;

/** A quick note as it is served. */
@Schema(name = "QuickNoteSummary", description = "What the staff jotted down about a patient.")
public record QuickNoteSummary(
    @Schema(example = "qnote_01kq3v8e5t9m2x7c4n6b1d0f8h") String id,
    @Schema(description = "The patient it is about.", example = "pat_demo_jane") String patientId,
    @Schema(example = "Prefers to be called in the evening.") String note,
    @Schema(description = "Who wrote it.") ProviderTiny creator,
    Instant createdDate,
    @Schema(description = "The appointment it belongs to.", example = "visit-2041")
        @Nullable String eventId,
    @Schema(description = "When it was last changed, if ever.") @Nullable Instant updatedDate,
    @Schema(description = "Whether it was deleted.") boolean isArchived) {}
