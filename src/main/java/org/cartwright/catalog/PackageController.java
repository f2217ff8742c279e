package org.cartwright.catalog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.paging.Page;
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

/** The packages of a clinic over HTTP. */
@RestController
@RequestMapping("/inventory/packages")
@Tag(name = "Packages", description = "What a clinic sells together for one price.")
class PackageController {

  private final Packages packages;

  PackageController(Packages packages) {
    this.packages = packages;
  }

  @GetMapping("/list")
  @Operation(
      operationId = "list_packages_inventory_packages_list_get",
      summary = "List the packages on sale",
      description =
          "Archived ones are not listed. Sorted by `name` unless asked otherwise; what has no value"
              + " comes last, and equal ones are sorted by name.")
  Page<PackageDetail> list(
      @Parameter(description = "From 1, which is also what it is if left out.")
          @RequestParam(name = "page", required = false)
          @Min(1)
          @Nullable Integer page,
      @Parameter(description = "How many a page has: 50 if left out, at most 1,000.")
          @RequestParam(name = "per_page", required = false)
          @Min(1)
          @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "sort_by", required = false) @Nullable PackageSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection,
      @Parameter(description = "Without effect: packages are sold at every location.")
          @RequestParam(name = "location_id", required = false)
          @Nullable String locationId,
      @Parameter(description = "Only these.") @RequestParam(name = "ids", required = false)
          @Nullable List<String> ids,
      @Parameter(description = "A part of the name, in upper or lower case.")
          @RequestParam(name = "name", required = false)
          @Nullable String name,
      @Parameter(description = "The lowest and the highest price in cents, both included.")
          @RequestParam(name = "price", required = false)
          @Size(min = 2, max = 2)
          @Nullable List<Long> price,
      @Parameter(description = "Only those with an item of one of these names.")
          @RequestParam(name = "contains_items", required = false)
          @Nullable List<String> containsItems,
      @Parameter(
              description =
                  "The lowest and the highest number, both included. The number is always 0.")
          @RequestParam(name = "number_of_active_patients", required = false)
          @Size(min = 2, max = 2)
          @Nullable List<Long> numberOfActivePatients,
      @Parameter(description = "The whole name of the category.")
          @RequestParam(name = "category", required = false)
          @Nullable String category) {
    var search =
        new PackageSearch(ids, name, price, containsItems, numberOfActivePatients, category);
    var order =
        SortDirection.order(
            (sortBy == null ? PackageSort.name : sortBy).expression(), sortDirection);
    return packages.page(search, order, Paging.of(page, perPage));
  }

  @GetMapping("/{packageId}")
  @Operation(
      operationId = "get_package_inventory_packages__package_id__get",
      summary = "Read a package",
      description = "Archived or not.")
  PackageDetail get(@PathVariable String packageId) {
    return packages.get(packageId);
  }

  @PostMapping("/create")
  @Operation(
      operationId = "create_package_inventory_packages_create_post",
      summary = "Take a package into the catalog",
      description = "409 if its `id` or its `externalId` is taken.")
  PackageDetail create(@RequestBody PackageInput wanted) {
    return packages.create(wanted);
  }

  @PutMapping("/update/{packageId}")
  @Operation(
      operationId = "update_package_inventory_packages_update__package_id__put",
      summary = "Replace a package",
      description =
          "What is left out is gone; items keep the ids they are sent with. An archived item may"
              + " stay but not be added. Carts and quotes that have the package keep the name and"
              + " price they were given.")
  PackageDetail update(@PathVariable String packageId, @RequestBody PackageInput wanted) {
    return packages.update(packageId, wanted);
  }

  @DeleteMapping("/delete/{packageId}")
  @Operation(
      operationId = "delete_package_inventory_packages_delete__package_id__delete",
      summary = "Withdraw a package from sale",
      description =
          "It stays on the carts and quotes that have it. An update with `isArchived` false brings"
              + " it back.")
  boolean delete(@PathVariable String packageId) {
    packages.archive(packageId);
    return true;
  }
}
