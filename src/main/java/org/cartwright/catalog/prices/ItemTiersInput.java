package org.cartwright.catalog.prices;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What an item is to cost in larger quantities, market by market. */
@Schema(
    name = "ItemTiers-Input",
    description = "What an item is to cost in larger quantities, market by market.",
    example =
        """
        {"tiers": [{"marketId": "market_shop_bd", "fromQuantity": 10, "percentOff": 5},
         {"marketId": "market_shop_bd", "fromQuantity": 50, "unitPrice": 990}]}""")
record ItemTiersInput(
    @Schema(
            description =
                "All tiers it is to have; in each market, no two begin at the same quantity.")
        @Size(max = MOST)
        List<ItemTierInput> tiers) {

  static final int MOST = 500;
}
