package org.cartwright.charges.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A refund. */
@Schema(description = "A payment given back, wholly or in part. Amounts are in cents.")
public record RefundSummary(
    String id,
    String paymentId,
    @Schema(example = "500") long amount,
    RefundReason reason,
    Instant createdDate,
    @Schema(description = "Always `SUCCEEDED`.") PaymentStatus status,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String rainforestRefundId,
    @Default("0") @Schema(description = "Always 0.") long fee) {}
