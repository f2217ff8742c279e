package org.cartwright.carts.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.cartwright.catalog.ItemTiny;
import org.cartwright.catalog.PackageTiny;
import org.jspecify.annotations.Nullable;

/** A line of a cart, as served. */
@Schema(name = "CartItem", description = "A line of a cart.")
public record CartItem(
    String id,
    String cartId,
    @Nullable String itemId,
    @Nullable String packageId,
    @Schema(example = "2.5") BigDecimal quantity,
    @Schema(description = "For one, in cents.", example = "1299") long unitPrice,
    @Schema(description = "The amount of the line's own discount, in cents.", example = "325")
        long discountAmount,
    @Schema(description = "The line's discount in percent, if it is a percentage.", example = "10")
        BigDecimal discountPercentage,
    @Schema(description = "The taxes on this line, in cents.", example = "223") long taxAmount,
    @Schema(
            description = "Price × quantity less the line's own discount, in cents.",
            example = "2923")
        long totalPrice,
    @Nullable String notes,
    @Schema(description = "The item, under the name it was added with.") @Nullable ItemTiny item,
    @Schema(name = "package", description = "The package, under the name it was added with.")
        @com.fasterxml.jackson.annotation.JsonProperty("package")
        @Nullable PackageTiny packageOffered,
    @Nullable Instant createdDate,
    @Nullable Instant updatedDate) {}
