package org.cartwright.charges.receipts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.TipDetail;
import org.jspecify.annotations.Nullable;

/** A charge on a receipt. */
@Schema(description = "A charge, as a receipt shows it. Amounts are in cents.")
record PublicCharge(
    String id,
    @Schema(example = "16680") long total,
    @Schema(example = "0") long totalOutstanding,
    @Nullable String description,
    ChargeStatus status,
    @Schema(description = "Always 0: the discounts are on the items.") long discountAmount,
    @Schema(description = "Always 0: the discounts are on the items.")
        BigDecimal discountPercentage,
    @Nullable String externalId,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable Instant externalCreatedDate,
    Instant createdDate,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String ruleSetId,
    @Schema(description = "Always empty.") @Nullable List<TipDetail> tips,
    @Schema(description = "The taxes that are part of the total.", example = "566")
        @Nullable Long taxTotal) {}
