package org.cartwright.charges.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment of what a charge owes. No charge of this service has any; in a request it is read
 * but means nothing.
 */
@Schema(description = "An adjustment of what a charge owes. Not kept by this service.")
public record AdjustmentSummary(
    String chargeId,
    @Nullable String providerId,
    @Nullable String locationId,
    String id,
    long amount,
    @Nullable String reason,
    Instant createdDate,
    AdjustmentType adjustmentType) {}
