package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.web.tags.Tagged;
import org.cartwright.staff.api.ProviderTiny;
import org.jspecify.annotations.Nullable;

/** A quote with everything in it, as the clinic sees it. */
@Tagged
@Schema(name = "QuoteDetail", description = "A quote with everything in it. Amounts are in cents.")
public record QuoteDetail(
    String id,
    String patientId,
    @Nullable String creatorId,
    @Schema(description = "The cart it was copied from.") @Nullable String cartId,
    QuoteStatus status,
    @Nullable String title,
    @Schema(description = "The amount of the quote's own discount.", example = "1307")
        long discountAmount,
    @Schema(
            description = "The quote's discount in percent, if it is a percentage.",
            example = "7.5")
        BigDecimal discountPercentage,
    @Schema(example = "566") long taxAmount,
    @Schema(
            description = "subtotal − discountAmount, plus taxAmount unless prices include tax.",
            example = "16680")
        long total,
    @Default("0") @Schema(description = "How many of its lines are items.") int itemCount,
    @Default("0") @Schema(description = "How many of its lines are packages.") int packageCount,
    @Nullable Instant createdDate,
    @Nullable Instant updatedDate,
    @Schema(description = "When it expires.") @Nullable Instant validUntilDate,
    @Schema(description = "When it was first sent.") @Nullable Instant sentDate,
    @Schema(description = "When the patient first saw it.") @Nullable Instant viewedDate,
    @Schema(description = "When the patient answered.") @Nullable Instant respondedDate,
    @Schema(description = "For the staff only.") @Nullable String internalNotes,
    @Nullable ProviderTiny creator,
    @Nullable PatientSummary patient,
    @Nullable String description,
    @Nullable String terms,
    @Default("[]") List<QuoteItem> items,
    @Schema(description = "The charge it became, once converted.")
        @Nullable String convertedChargeId,
    @Schema(
            description = "The sum of the lines' totalPrice.",
            example = "17421",
            accessMode = Schema.AccessMode.READ_ONLY)
        long subtotal) {}
