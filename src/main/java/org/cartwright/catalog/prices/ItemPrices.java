package org.cartwright.catalog.prices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an item costs in the markets it is sold in. */
@Schema(description = "What an item costs in the markets it is sold in.")
public record ItemPrices(
    @Schema(example = "item_01kq3v9y6t8m2c4x5z7a1b0d9e") String itemId,
    @Schema(description = "The default market's first, then by the names of markets.")
        List<ItemPrice> prices) {}
