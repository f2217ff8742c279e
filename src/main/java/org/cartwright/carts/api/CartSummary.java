package org.cartwright.carts.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.web.tags.Tagged;
import org.cartwright.staff.api.ProviderTiny;
import org.jspecify.annotations.Nullable;

/** A cart with everything on it, as served. */
@Tagged
@Schema(name = "CartSummary", description = "A cart with everything on it. Amounts are in cents.")
public record CartSummary(
    String id,
    PatientSummary patient,
    @Nullable ProviderTiny creator,
    CartStatus status,
    @Schema(description = "The amount of the cart's own discount.", example = "1307")
        long discountAmount,
    @Schema(description = "The cart's discount in percent, if it is a percentage.", example = "7.5")
        BigDecimal discountPercentage,
    @Schema(example = "566") long taxAmount,
    @Schema(
            description = "subtotal − discountAmount, plus taxAmount unless prices include tax.",
            example = "16680")
        long total,
    @Default("[]") List<CartItem> items,
    @Schema(
            description = "Quotes made from this cart, newest first.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        List<QuoteSummary> quotes,
    @Nullable Instant createdDate,
    @Nullable Instant updatedDate,
    @Nullable Instant expiresDate,
    @Nullable String notes,
    @Schema(description = "The charge it became, once converted.")
        @Nullable String convertedChargeId,
    @Schema(
            description = "The sum of the lines' totalPrice.",
            example = "17421",
            accessMode = Schema.AccessMode.READ_ONLY)
        long subtotal) {}
