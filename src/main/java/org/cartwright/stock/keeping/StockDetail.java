package org.cartwright.stock.keeping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.cartwright.stock.StockPolicy;
import org.jspecify.annotations.Nullable;

/** How the stock of an item stands. */
@Schema(name = "StockDetail", description = "The stock of an item.")
public record StockDetail(
    @Schema(example = "item_01kq3v9y6t8m2c4x5z7a1b0d9e") String itemId,
    @Schema(example = "Cotton shirt") String itemName,
    StockPolicy policy,
    @Schema(
            description = "How much is there; below 0 if more was sold than there was.",
            example = "12")
        BigDecimal onHand,
    @Schema(description = "How much of that is held for drafts.", example = "2")
        BigDecimal reserved,
    @Schema(description = "On hand and not held.", example = "10") BigDecimal available,
    @Schema(description = "When it last moved or changed; `null` if it was never tracked.")
        @Nullable Instant updatedDate) {}
