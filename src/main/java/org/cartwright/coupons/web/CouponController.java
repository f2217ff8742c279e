package org.cartwright.coupons.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.cartwright.coupons.CouponBook;
import org.cartwright.coupons.CouponDetail;
import org.cartwright.coupons.CouponSort;
import org.cartwright.coupons.CouponWrite;
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

/** Coupons over HTTP. */
@RestController
@RequestMapping("/orders/coupons")
@Tag(name = "Coupons", description = "Codes that make a draft order cheaper.")
class CouponController {

  private final CouponBook coupons;

  CouponController(CouponBook coupons) {
    this.coupons = coupons;
  }

  @GetMapping
  @Operation(operationId = "list_coupons")
  Page<CouponDetail> list(
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "search", required = false) @Nullable String search,
      @RequestParam(name = "is_active", required = false) @Nullable Boolean isActive,
      @RequestParam(name = "sort_by", required = false) @Nullable CouponSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection) {
    var order =
        sortBy == null && sortDirection != SortDirection.asc
            ? PageQuery.NEWEST_FIRST
            : (sortBy == null ? CouponSort.created_date : sortBy).order(sortDirection);
    return coupons.page(search, isActive, order, Paging.of(page, perPage));
  }

  @PostMapping
  @Operation(operationId = "create_coupon")
  CouponDetail create(@RequestBody CouponWrite coupon) {
    return coupons.create(coupon);
  }

  @GetMapping("/{coupon_id}")
  @Operation(operationId = "get_coupon")
  CouponDetail coupon(@PathVariable("coupon_id") String couponId) {
    return coupons.coupon(couponId);
  }

  @PutMapping("/{coupon_id}")
  @Operation(operationId = "update_coupon")
  CouponDetail update(@PathVariable("coupon_id") String couponId, @RequestBody CouponWrite coupon) {
    return coupons.replace(couponId, coupon);
  }

  @DeleteMapping("/{coupon_id}")
  @Operation(operationId = "delete_coupon")
  boolean delete(@PathVariable("coupon_id") String couponId) {
    coupons.delete(couponId);
    return true;
  }
}
