package org.cartwright.catalog.prices;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.cartwright.catalog.PriceBounds;

/** What an item is to cost in a market. */
@Schema(name = "ItemPrice-Input", description = "What an item is to cost in a market.")
public record ItemPriceInput(
    @Schema(description = "In which market.", example = "market_01kq3v9y6t8m2c4x5z7a1b0d9e")
        String marketId,
    @Schema(description = "In the smallest unit of the market's currency.", example = "129900")
        @Min(0)
        @Max(PriceBounds.MOST)
        long price) {}
