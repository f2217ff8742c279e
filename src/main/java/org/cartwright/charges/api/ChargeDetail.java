package org.cartwright.charges.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A charge as it is opened. */
@Schema(name = "ChargeDetail-Output", description = "What a patient owes. Amounts are in cents.")
public record ChargeDetail(
    @Schema(nullable = true) String id,
    String patientId,
    @Nullable PatientSummary patient,
    @Default("0")
        @Schema(
            description =
                "Σ (price × quantity − discountAmount) over the items, plus their taxAmount "
                    + "unless prices include tax.",
            example = "16680")
        long total,
    @Schema(
            description =
                "What is still owed. Before the charge is settled, a refund makes its amount "
                    + "owed again; once it was settled, nothing is owed any more.",
            example = "16680")
        long totalOutstanding,
    @Nullable String description,
    @Default("\"OUTSTANDING\"") @Schema(description = "Follows from the payments and refunds.")
        ChargeStatus status,
    @Default("0")
        @Schema(description = "Always 0: the discounts are on the items.", nullable = true)
        long discountAmount,
    @Default("0")
        @Schema(description = "Always 0: the discounts are on the items.", nullable = true)
        BigDecimal discountPercentage,
    @Schema(description = "Its id in another system; no two charges share one.")
        @Nullable String externalId,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable Instant externalCreatedDate,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String ruleSetId,
    @Schema(nullable = true) Instant createdDate,
    @Schema(description = "The provider who made what it was opened from.")
        @Nullable String creatorId,
    @Default("[]") List<ChargeItem> items,
    @Default("[]") @Schema(description = "Always empty.") List<TipDetail> tips,
    @Nullable String locationId,
    @Nullable String eventId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String memberId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String comment,
    @Schema(description = "Not kept by this service: `null`.") @Nullable Map<String, Object> meta,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String merchantAccountId,
    @Default("[]") @Schema(description = "In the order they were made.")
        List<ChargePaymentDetail> payments,
    @Default("[]") @Schema(description = "Always empty.") List<AdjustmentSummary> adjustments) {}
