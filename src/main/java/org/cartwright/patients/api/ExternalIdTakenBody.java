package org.cartwright.patients.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is answered if the id or the external id of a patient is taken. */
@Schema(
    name = "PatientTaken",
    description =
        "What was refused and, if an external id was the reason, which patient has it. "
            + "That patient may be archived.")
public record ExternalIdTakenBody(
    @Schema(example = "Another patient of this clinic has this external id.") String detail,
    @Schema(
            description =
                "The patient who has the external id; left out if the id itself was taken.",
            example = "pat_demo_jane")
        @Nullable String patientId) {}
