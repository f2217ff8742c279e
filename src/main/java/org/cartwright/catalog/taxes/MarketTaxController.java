package org.cartwright.catalog.taxes;

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

/** The taxes of markets over HTTP. */
@RestController
@RequestMapping("/orders/markets/{market_id}/taxes")
@Tag(name = "Market taxes", description = "What is levied on what a shop sells in a market.")
class MarketTaxController {

  private final MarketTaxes taxes;

  MarketTaxController(MarketTaxes taxes) {
    this.taxes = taxes;
  }

  @GetMapping
  @Operation(operationId = "list_market_taxes")
  List<MarketTaxDetail> list(@PathVariable("market_id") String marketId) {
    return taxes.inForce(marketId);
  }

  @PostMapping
  @Operation(operationId = "create_market_tax")
  MarketTaxDetail create(
      @PathVariable("market_id") String marketId, @RequestBody MarketTaxCreate tax) {
    return taxes.create(marketId, tax);
  }

  @PutMapping("/{tax_id}")
  @Operation(operationId = "update_market_tax")
  MarketTaxDetail update(
      @PathVariable("market_id") String marketId,
      @PathVariable("tax_id") String taxId,
      @RequestBody MarketTaxUpdate update) {
    return taxes.update(marketId, taxId, update);
  }

  @DeleteMapping("/{tax_id}")
  @Operation(operationId = "delete_market_tax")
  boolean delete(@PathVariable("market_id") String marketId, @PathVariable("tax_id") String taxId) {
    taxes.archive(marketId, taxId);
    return true;
  }
}
