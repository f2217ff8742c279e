package org.cartwright.patients.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is answered if the id or the external id of a patient is taken. */
@Schema(
    name = "PatientTaken",
    description =
        "What was refused and, if it was for an external id, which patient has it: perhaps an archived one.")
public record ExternalIdTakenBody(
    @Schema(example = "Another patient of this clinic has this external id.") String detail,
    @Schema(
            description = "Whose external id it is; not there if the id itself was taken.",
            example = "pat_demo_jane")
        @Nullable String patientId) {}
