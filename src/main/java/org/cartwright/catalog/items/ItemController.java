package org.cartwright.catalog.items;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.pricing.taxes.ItemType;
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

/** The items of a clinic over HTTP. */
@RestController
@RequestMapping("/inventory/items")
@Tag(name = "Items", description = "What a clinic sells one by one.")
class ItemController {

  private final Items items;

  ItemController(Items items) {
    this.items = items;
  }

  @GetMapping("/list")
  @Operation(operationId = "list_item_inventory_items_list_get")
  Page<ItemDetail> list(
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "sort_by", required = false) @Nullable ItemSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection,
      @RequestParam(name = "location_id", required = false) @Nullable String locationId,
      @RequestParam(name = "ids", required = false) @Nullable List<String> ids,
      @RequestParam(name = "name", required = false) @Nullable String name,
      @RequestParam(name = "category", required = false) @Nullable String category,
      @RequestParam(name = "price_range", required = false) @Size(min = 2, max = 2)
          @Nullable List<Long> priceRange,
      @RequestParam(name = "is_archived", required = false) @Nullable Boolean isArchived,
      @RequestParam(name = "is_physical", required = false) @Nullable Boolean isPhysical,
      @Parameter(schema = @Schema(type = "string"))
          @RequestParam(name = "item_type", required = false)
          @Nullable ItemType itemType) {
    var search =
        new ItemCriteria(ids, name, category, priceRange, isArchived, isPhysical, itemType);
    var order = (sortBy == null ? ItemSort.sort_order : sortBy).order(sortDirection);
    return items.page(search, order, Paging.of(page, perPage));
  }

  @GetMapping("/brand-names")
  @Operation(operationId = "get_item_brand_names_inventory_items_brand_names_get")
  List<String> brandNames() {
    return items.brandNames();
  }

  @PostMapping("/create")
  @Operation(operationId = "create_item_inventory_items_create_post")
  ItemDetail create(@RequestBody ItemCreate item) {
    return items.create(item);
  }

  @PutMapping("/update/{id}")
  @Operation(operationId = "update_item_inventory_items_update__id__put")
  Item update(@PathVariable String id, @RequestBody ItemUpdate update) {
    return items.update(id, update);
  }

  @DeleteMapping("/delete/{id}")
  @Operation(operationId = "delete_item_inventory_items_delete__id__delete")
  boolean delete(@PathVariable String id) {
    items.archive(id);
    return true;
  }

  @PostMapping("/bulk-update-taxes")
  @Operation(operationId = "bulk_update_item_taxes_inventory_items_bulk_update_taxes_post")
  List<Item> exempt(@RequestBody BulkItemTaxUpdate bulk) {
    return items.exempt(bulk);
  }
}
