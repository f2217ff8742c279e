package org.cartwright.catalog.packages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.paging.Page;
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
  @Operation(operationId = "list_packages_inventory_packages_list_get")
  Page<PackageDetail> list(
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "sort_by", required = false) @Nullable PackageSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection,
      @RequestParam(name = "location_id", required = false) @Nullable String locationId,
      @RequestParam(name = "ids", required = false) @Nullable List<String> ids,
      @RequestParam(name = "name", required = false) @Nullable String name,
      @RequestParam(name = "price", required = false) @Size(min = 2, max = 2)
          @Nullable List<Long> price,
      @RequestParam(name = "contains_items", required = false) @Nullable List<String> containsItems,
      @RequestParam(name = "number_of_active_patients", required = false) @Size(min = 2, max = 2)
          @Nullable List<Long> numberOfActivePatients,
      @RequestParam(name = "category", required = false) @Nullable String category) {
    var search =
        new PackageCriteria(ids, name, price, containsItems, numberOfActivePatients, category);
    var order = (sortBy == null ? PackageSort.name : sortBy).order(sortDirection);
    return packages.page(search, order, Paging.of(page, perPage));
  }

  @GetMapping("/{package_id}")
  @Operation(operationId = "get_package_inventory_packages__package_id__get")
  PackageDetail get(@PathVariable("package_id") String packageId) {
    return packages.get(packageId);
  }

  @PostMapping("/create")
  @Operation(operationId = "create_package_inventory_packages_create_post")
  PackageDetail create(@RequestBody PackageInput wanted) {
    return packages.create(wanted);
  }

  @PutMapping("/update/{package_id}")
  @Operation(operationId = "update_package_inventory_packages_update__package_id__put")
  PackageDetail update(
      @PathVariable("package_id") String packageId, @RequestBody PackageInput wanted) {
    return packages.update(packageId, wanted);
  }

  @DeleteMapping("/delete/{package_id}")
  @Operation(operationId = "delete_package_inventory_packages_delete__package_id__delete")
  boolean delete(@PathVariable("package_id") String packageId) {
    packages.archive(packageId);
    return true;
  }
}
