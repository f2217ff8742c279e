package org.cartwright.privacy.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a patient was erased. */
@Schema(description = "The erasure of a patient.")
public record PatientErasure(
    String patientId,
    Instant erasedDate,
    @Schema(description = "The key of the clinic with which it was requested.")
        @Nullable String keyId,
    @Schema(description = "The reason that was given.") String reason) {}
