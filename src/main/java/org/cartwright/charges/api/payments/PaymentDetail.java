package org.cartwright.charges.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A payment with its refunds. */
@Schema(name = "Payment-Output", description = "A payment with its refunds. Amounts are in cents.")
public record PaymentDetail(
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
    @Default("0") @Schema(description = "Always 0.") long feeToPatient,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable PaymentMethodSummary paymentMethod,
    @Default("[]") @Schema(description = "In the order they were made.")
        List<RefundSummary> refunds) {

  /** What was given back of it. */
  public long refunded() {
    return refunds.stream().mapToLong(RefundSummary::amount).sum();
  }
}
