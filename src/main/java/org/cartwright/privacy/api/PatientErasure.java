package org.cartwright.privacy.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a patient was erased. */
@Schema(description = "That a patient was erased: all that is told of it.")
public record PatientErasure(
    String patientId,
    Instant erasedDate,
    @Schema(description = "With which key of the clinic it was asked for.") @Nullable String keyId,
    @Schema(description = "Why, as it was said.") String reason) {}
