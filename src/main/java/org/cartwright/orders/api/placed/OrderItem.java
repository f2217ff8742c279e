package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.cartwright.orders.api.DraftItem;
import org.cartwright.pricing.PriceSource;
import org.jspecify.annotations.Nullable;

/** A line of an order, as it was placed. */
@Schema(
    description =
        "A line of an order, as it was placed. Amounts are in the smallest unit of the order's currency.")
public record OrderItem(
    String id,
    @Nullable String itemId,
    @Nullable String packageId,
    @Schema(description = "The name under which it was sold.", example = "Cotton shirt")
        String name,
    @Schema(example = "2.5") BigDecimal quantity,
    @Schema(example = "1299") long unitPrice,
    @Schema(description = "The amount of the line's own discount.") long discountAmount,
    @Schema(description = "The line's discount in percent, if it is a percentage.")
        BigDecimal discountPercentage,
    @Schema(description = "The taxes on this line.") long taxAmount,
    @Schema(description = "Price × quantity less the line's own discount.") long totalPrice,
    @Nullable String notes,
    PriceSource priceSource,
    @Schema(description = "The quantity tier its price came from, if it came from one.")
        DraftItem.@Nullable TierTiny tier,
    @Schema(
            description = "The product of which its item was a variant, if it was one.",
            example = "Cotton shirt")
        @Nullable String productName,
    @Schema(
            description = "The label of its item among the variants of that product.",
            example = "Large / Blue")
        @Nullable String options) {}
