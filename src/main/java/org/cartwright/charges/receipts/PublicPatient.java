package org.cartwright.charges.receipts;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.json.Required;
import org.jspecify.annotations.Nullable;

/** A patient on a receipt. */
@Schema(description = "A patient, as a receipt shows it.")
record PublicPatient(
    String id,
    @Schema(description = "Empty if it is not known.", example = "Jane") String firstName,
    @Required @Schema(example = "Doe") @Nullable String lastName) {}
