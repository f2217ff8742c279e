package org.cartwright.patients.credit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A credit that can be used now. */
@Schema(description = "A credit that can be used now.")
record AvailableCredit(
    String creditId,
    @Schema(description = "In cents.", example = "3500") long remainingAmount,
    @Schema(description = "In cents.", example = "5000") long totalAmount,
    @Nullable String comment,
    @Nullable Instant expiryDate,
    Instant createdDate) {}
