package org.cartwright.catalog.prices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What items cost in markets, over HTTP. */
@RestController
@RequestMapping("/orders/items/{item_id}")
@Tag(
    name = "Market prices",
    description = "What items cost in markets, one by one and in quantity.")
class PriceController {

  private final MarketPrices prices;

  PriceController(MarketPrices prices) {
    this.prices = prices;
  }

  @GetMapping("/prices")
  @Operation(operationId = "get_item_prices")
  ItemPrices prices(@PathVariable("item_id") String itemId) {
    return prices.prices(itemId);
  }

  @PutMapping("/prices")
  @Operation(operationId = "replace_item_prices")
  ItemPrices replacePrices(
      @PathVariable("item_id") String itemId, @RequestBody ItemPricesInput wanted) {
    return prices.replacePrices(itemId, wanted.prices());
  }

  @GetMapping("/tiers")
  @Operation(operationId = "get_item_tiers")
  ItemTiers tiers(@PathVariable("item_id") String itemId) {
    return prices.tiers(itemId);
  }

  @PutMapping("/tiers")
  @Operation(operationId = "replace_item_tiers")
  ItemTiers replaceTiers(
      @PathVariable("item_id") String itemId, @RequestBody ItemTiersInput wanted) {
    return prices.replaceTiers(itemId, wanted.tiers());
  }
}
