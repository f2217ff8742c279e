package org.cartwright.charges.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.catalog.ItemTiny;
import org.jspecify.annotations.Nullable;

/** Something on a charge, with the item it is. In a request it is read but means nothing. */
@Schema(
    name = "ChargeItemDetail-Output",
    description = "Something on a charge, with the item it is. Amounts are in cents.")
public record ChargeItemDetail(
    @Nullable String id,
    @Schema(description = "The item of the catalog; `null` if it is a package.")
        @Nullable String itemId,
    @Nullable String chargeId,
    @Schema(
            description =
                "The name it was sold under. A fraction of something is charged as one, at the "
                    + "price of the whole line, and its name says so.",
            example = "2.5 × Filler")
        @Nullable String name,
    @Nullable String description,
    @Schema(example = "1") int quantity,
    @Schema(
            description =
                "For the whole quantity: the line's own discount and its share of the cart's or "
                    + "quote's.",
            example = "544")
        @Nullable Long discountAmount,
    @Schema(description = "Always 0: `discountAmount` is the whole discount.")
        @Nullable BigDecimal discountPercentage,
    @Nullable String discountReason,
    @Schema(description = "For one.", example = "3248") long price,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String soldPackageId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable Integer bankedQuantity,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String bankedItemId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String issuedDiscountId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String soldByProviderId,
    @Schema(description = "The taxes on the whole quantity.", example = "223")
        @Nullable Long taxAmount,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String pricingId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable List<String> shipmentIds,
    @Schema(description = "The item, under the name it was sold under; `null` for a package.")
        @Nullable ItemTiny item,
    @Schema(description = "Where it was sold: the charge's location.") @Nullable String locationId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String locationName,
    @Schema(description = "When the charge was opened.") @Nullable Instant saleDate) {}
