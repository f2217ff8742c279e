package org.cartwright.catalog.products;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products over HTTP. */
@RestController
@RequestMapping("/orders/products")
@Tag(
    name = "Products",
    description = "Items that are one thing in several sizes, colours and the like.")
class ProductController {

  private final ProductBook products;

  ProductController(ProductBook products) {
    this.products = products;
  }

  @GetMapping
  @Operation(operationId = "list_products")
  Page<ProductDetail> list(
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "search", required = false) @Nullable String search,
      @RequestParam(name = "sort_by", required = false) @Nullable ProductSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection) {
    var order = sortBy == null ? PageQuery.NEWEST_FIRST : sortBy.order(sortDirection);
    return products.page(search, order, Paging.of(page, perPage));
  }

  @PostMapping
  @Operation(operationId = "create_product")
  ProductDetail create(@RequestBody ProductWrite product) {
    return products.create(product);
  }

  @GetMapping("/{product_id}")
  @Operation(operationId = "get_product")
  ProductDetail product(@PathVariable("product_id") String productId) {
    return products.product(productId);
  }

  @PutMapping("/{product_id}")
  @Operation(operationId = "update_product")
  ProductDetail update(
      @PathVariable("product_id") String productId, @RequestBody ProductWrite product) {
    return products.replace(productId, product);
  }

  @DeleteMapping("/{product_id}")
  @Operation(operationId = "delete_product")
  boolean delete(@PathVariable("product_id") String productId) {
    products.delete(productId);
    return true;
  }
}
