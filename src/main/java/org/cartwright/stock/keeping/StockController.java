package org.cartwright.stock.keeping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.stock.StockPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock over HTTP. */
@RestController
@RequestMapping("/orders/stock")
@Tag(name = "Stock", description = "How much of each item there is, and how that came about.")
class StockController {

  private final StockRoom stock;

  StockController(StockRoom stock) {
    this.stock = stock;
  }

  @GetMapping
  @Operation(operationId = "list_stock")
  Page<StockDetail> list(
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "search", required = false) @Nullable String search,
      @RequestParam(name = "policy", required = false) @Nullable StockPolicy policy,
      @RequestParam(name = "available_below", required = false) @Nullable BigDecimal availableBelow,
      @RequestParam(name = "sort_by", required = false) @Nullable StockSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection) {
    var order = (sortBy == null ? StockSort.item_name : sortBy).order(sortDirection);
    return stock.page(search, policy, availableBelow, order, Paging.of(page, perPage));
  }

  @GetMapping("/{item_id}")
  @Operation(operationId = "get_stock")
  StockDetail level(@PathVariable("item_id") String itemId) {
    return stock.level(itemId);
  }

  @PutMapping("/{item_id}")
  @Operation(operationId = "set_stock_policy")
  StockDetail say(@PathVariable("item_id") String itemId, @RequestBody StockPolicyWrite policy) {
    return stock.say(itemId, policy);
  }

  @GetMapping("/{item_id}/movements")
  @Operation(operationId = "list_stock_movements")
  Page<MovementDetail> movements(
      @PathVariable("item_id") String itemId,
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage) {
    return stock.movements(itemId, Paging.of(page, perPage));
  }

  @PostMapping("/{item_id}/movements")
  @Operation(operationId = "move_stock")
  MovementDetail move(
      @PathVariable("item_id") String itemId, @RequestBody MovementCreate movement) {
    return stock.move(itemId, movement);
  }
}
