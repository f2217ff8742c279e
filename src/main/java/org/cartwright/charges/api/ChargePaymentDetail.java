package org.cartwright.charges.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartwright.charges.api.payments.PaymentDetail;
import org.jspecify.annotations.Nullable;

/** A payment as its charge lists it. */
@Schema(
    name = "ChargePaymentDetail-Output",
    description = "A payment of a charge. Amounts are in cents.")
public record ChargePaymentDetail(
    String paymentId,
    @Schema(example = "5000") long amount,
    @Nullable Instant createdDate,
    String chargeId,
    PaymentDetail payment) {}
