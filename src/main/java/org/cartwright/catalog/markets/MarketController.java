package org.cartwright.catalog.markets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The markets of a shop over HTTP. */
@RestController
@RequestMapping("/orders/markets")
@Tag(name = "Markets", description = "Where a shop sells, in which currency and on which terms.")
class MarketController {

  private final Markets markets;

  MarketController(Markets markets) {
    this.markets = markets;
  }

  @GetMapping
  @Operation(operationId = "list_markets")
  List<MarketDetail> list() {
    return markets.list();
  }

  @PostMapping
  @Operation(operationId = "create_market")
  MarketDetail create(@RequestBody MarketCreate market) {
    return markets.create(market);
  }

  @GetMapping("/{market_id}")
  @Operation(operationId = "get_market")
  MarketDetail get(@PathVariable("market_id") String marketId) {
    return markets.get(marketId);
  }

  @PutMapping("/{market_id}")
  @Operation(operationId = "update_market")
  MarketDetail update(
      @PathVariable("market_id") String marketId, @RequestBody MarketUpdate update) {
    return markets.update(marketId, update);
  }

  @DeleteMapping("/{market_id}")
  @Operation(operationId = "delete_market")
  boolean delete(@PathVariable("market_id") String marketId) {
    markets.archive(marketId);
    return true;
  }
}
