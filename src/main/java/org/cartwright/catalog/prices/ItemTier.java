package org.cartwright.catalog.prices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an item costs in a market from a quantity on. */
@Schema(description = "What an item costs in a market from a quantity on.")
public record ItemTier(
    @Schema(example = "market_01kq3v9y6t8m2c4x5z7a1b0d9e") String marketId,
    @Schema(description = "The shop's short name for the market.", example = "BD")
        String marketCode,
    @Schema(description = "From which quantity on.", example = "10") BigDecimal fromQuantity,
    @Schema(
            description = "The price of one then, in the smallest unit of the market's currency.",
            example = "99000")
        @Nullable Long unitPrice,
    @Schema(description = "The percentage off the market's price then.")
        @Nullable BigDecimal percentOff) {}
