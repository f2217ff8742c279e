package org.cartwright.catalog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.paging.Page;
import org.cartwright.pricing.ItemType;
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
  @Operation(
      operationId = "list_item_inventory_items_list_get",
      summary = "List items",
      description =
          "Archived items are among them unless `is_archived` says otherwise. Sorted by"
              + " `sort_order` unless asked otherwise; what has no value comes last, and equal ones"
              + " are sorted by name.")
  Page<ItemDetail> list(
      @Parameter(description = "From 1, which is also what it is if left out.")
          @RequestParam(name = "page", required = false)
          @Min(1)
          @Nullable Integer page,
      @Parameter(description = "How many a page has: 50 if left out, at most 1,000.")
          @RequestParam(name = "per_page", required = false)
          @Min(1)
          @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "sort_by", required = false) @Nullable ItemSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection,
      @Parameter(description = "Without effect: items are sold at every location.")
          @RequestParam(name = "location_id", required = false)
          @Nullable String locationId,
      @Parameter(description = "Only these.") @RequestParam(name = "ids", required = false)
          @Nullable List<String> ids,
      @Parameter(description = "A part of the name, in upper or lower case.")
          @RequestParam(name = "name", required = false)
          @Nullable String name,
      @Parameter(description = "The whole name of the category.")
          @RequestParam(name = "category", required = false)
          @Nullable String category,
      @Parameter(description = "The lowest and the highest price in cents, both included.")
          @RequestParam(name = "price_range", required = false)
          @Size(min = 2, max = 2)
          @Nullable List<Long> priceRange,
      @RequestParam(name = "is_archived", required = false) @Nullable Boolean isArchived,
      @RequestParam(name = "is_physical", required = false) @Nullable Boolean isPhysical,
      @RequestParam(name = "item_type", required = false) @Nullable ItemType itemType) {
    var search = new ItemSearch(ids, name, category, priceRange, isArchived, isPhysical, itemType);
    var order =
        SortDirection.order(
            (sortBy == null ? ItemSort.sort_order : sortBy).expression(), sortDirection);
    return items.page(search, order, Paging.of(page, perPage));
  }

  @GetMapping("/brand-names")
  @Operation(
      operationId = "get_item_brand_names_inventory_items_brand_names_get",
      summary = "List the brands of the items on sale",
      description = "Each once, in alphabetical order.")
  List<String> brandNames() {
    return items.brandNames();
  }

  @PostMapping("/create")
  @Operation(
      operationId = "create_item_inventory_items_create_post",
      summary = "Take an item into the catalog",
      description = "409 if its `id` or its `externalId` is taken.")
  ItemDetail create(@RequestBody ItemCreate item) {
    return items.create(item);
  }

  @PutMapping("/update/{id}")
  @Operation(
      operationId = "update_item_inventory_items_update__id__put",
      summary = "Change an item",
      description =
          "Carts and quotes that have it keep the name and price they were given. 409 if the new"
              + " `externalId` is taken.")
  Item update(@PathVariable String id, @RequestBody ItemUpdate update) {
    return items.update(id, update);
  }

  @DeleteMapping("/delete/{id}")
  @Operation(
      operationId = "delete_item_inventory_items_delete__id__delete",
      summary = "Withdraw an item from sale",
      description =
          "It stays on the carts, quotes and packages that have it. An update with `isArchived`"
              + " false brings it back.")
  boolean delete(@PathVariable String id) {
    items.archive(id);
    return true;
  }

  @PostMapping("/bulk-update-taxes")
  @Operation(
      operationId = "bulk_update_item_taxes_inventory_items_bulk_update_taxes_post",
      summary = "Change the tax exemptions of many items",
      description = "All of them or, if one item or tax does not exist, none.")
  List<Item> exempt(@RequestBody BulkItemTaxUpdate bulk) {
    return items.exempt(bulk);
  }
}
