package org.cartwright.charges.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A payment. */
@Schema(description = "A payment. Amounts are in cents.")
public record PaymentSummary(
    String id,
    @Nullable String patientId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String payinId,
    @Schema(example = "5000") long amount,
    @Schema(description = "Always `SUCCEEDED`.") PaymentStatus status,
    @Default("\"USD\"") String currency,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String payinConfigId,
    @Schema(example = "CASH") String paymentMedium,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String paymentMethodId,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable String stripePaymentIntentId,
    @Schema(description = "Always `null`: what failed is refused.") @Nullable String failedReason,
    @Schema(description = "Always `null`: a payment never changes.") @Nullable Instant updatedDate,
    Instant createdDate,
    @Default("0") @Schema(description = "Always 0.") long fee,
    @Default("0") @Schema(description = "Always 0.") long feeToPatient) {}
