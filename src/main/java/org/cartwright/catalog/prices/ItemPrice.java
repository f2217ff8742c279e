package org.cartwright.catalog.prices;

import io.swagger.v3.oas.annotations.media.Schema;

/** What an item costs in a market. */
@Schema(description = "What an item costs in a market.")
public record ItemPrice(
    @Schema(example = "market_01kq3v9y6t8m2c4x5z7a1b0d9e") String marketId,
    @Schema(description = "The shop's short name for the market.", example = "BD")
        String marketCode,
    @Schema(description = "The market's ISO 4217 currency.", example = "BDT") String currency,
    @Schema(description = "How many decimals amounts in that currency have.", example = "2")
        int currencyDecimals,
    @Schema(description = "For one, in the smallest unit of the currency.", example = "129900")
        long price) {}
