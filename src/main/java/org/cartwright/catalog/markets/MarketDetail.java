package org.cartwright.catalog.markets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A market. */
@Schema(description = "A market.")
public record MarketDetail(
    @Schema(example = "market_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    @Schema(description = "The shop's short name for it.", example = "BD") String code,
    @Schema(example = "Bangladesh") String name,
    @Schema(description = "ISO 3166 codes of the countries it delivers to.", example = "[\"BD\"]")
        List<String> countries,
    @Schema(description = "The ISO 4217 currency of all its prices.", example = "BDT")
        String currency,
    @Schema(
            description =
                "How many decimals amounts in its currency have: 100 of the smallest unit are "
                    + "1.00 with two decimals and 100 with none.",
            example = "2")
        int currencyDecimals,
    @Schema(description = "Whether its prices include tax.") boolean pricesIncludeTax,
    @Schema(description = "Whether it is the default market.") boolean isDefault,
    @Schema(description = "Whether it is archived: nothing new is sold there.") boolean isArchived,
    Instant createdDate) {}
