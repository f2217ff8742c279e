package org.cartwright.catalog.prices;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What an item is to cost, market by market; where it has no price it is not sold. */
@Schema(
    name = "ItemPrices-Input",
    description =
        "What an item is to cost, market by market. Where it has no price, it is not sold.",
    example =
        """
        {"prices": [{"marketId": "market_shop_bd", "price": 1250}]}""")
record ItemPricesInput(
    @Schema(description = "All prices it is to have; no market may occur twice.") @Size(max = MOST)
        List<ItemPriceInput> prices) {

  static final int MOST = 200;
}
