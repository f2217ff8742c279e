package org.cartwright.patients.credit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a patient can pay with now. */
@Schema(description = "What a patient can pay with now.")
record AvailableCreditResponse(
    @Schema(description = "In cents.", example = "3500") long totalAvailable,
    @Schema(
            description =
                "In the order of use: what expires first, then what never expires; the older"
                    + " first.")
        List<AvailableCredit> credits,
    int count) {}
