package org.cartwright.console.coupons;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.catalog.Catalog;
import org.cartwright.catalog.Shelf;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.coupons.CouponBook;
import org.cartwright.coupons.CouponDetail;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Paging;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the pages of coupons show, each at one moment. */
@Service
class CouponShelf {

  private static final int MOST_FOUND = 10;

  private final CouponBook coupons;
  private final CouponDesk desk;
  private final Catalog catalog;
  private final Shelf shelf;
  private final Tenants tenants;
  private final Clock clock;

  CouponShelf(
      CouponBook coupons,
      CouponDesk desk,
      Catalog catalog,
      Shelf shelf,
      Tenants tenants,
      Clock clock) {
    this.coupons = coupons;
    this.desk = desk;
    this.catalog = catalog;
    this.shelf = shelf;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** An item that a coupon covers, or could. */
  record Covered(String id, String name) {}

  /** A page of the list. */
  @Transactional(readOnly = true)
  public CouponListing list(CouponFilter filter) {
    var found =
        coupons.page(
            filter.search().isEmpty() ? null : filter.search(),
            filter.isActive(),
            filter.order().keys(),
            new Paging(filter.page(), CouponFilter.SIZE));
    return CouponListing.of(found, filter, tenants.current(), clock.instant());
  }

  /**
   * What the page of a coupon is made of.
   *
   * @param search for items it could cover, too
   * @throws Missing if there is no such coupon
   */
  @Transactional(readOnly = true)
  public Map<String, Object> open(String id, String search) {
    var coupon = coupons.coupon(id);
    var form = desk.form(coupon);
    var words = new HashMap<String, Object>();
    words.put("coupon", CouponListing.row(coupon, tenants.current(), clock.instant()));
    words.put("form", form.fields());
    words.put("currencies", form.currencies());
    words.put("seen", CouponForm.seen(coupon));
    words.put("items", covered(coupon));
    words.put("categories", coupon.categories());
    words.put("search", search);
    words.put("found", found(coupon, search));
    return words;
  }

  private List<Covered> covered(CouponDetail coupon) {
    if (coupon.itemIds().isEmpty()) {
      return List.of();
    }
    var known = catalog.priceList(coupon.itemIds(), List.of());
    return coupon.itemIds().stream()
        .map(item -> new Covered(item, known.item(item).map(Offer::name).orElse(item)))
        .toList();
  }

  private List<Covered> found(CouponDetail coupon, String search) {
    return search.isEmpty()
        ? List.of()
        : shelf.find(search, MOST_FOUND).stream()
            .filter(goods -> goods.itemId() != null && !coupon.itemIds().contains(goods.itemId()))
            .map(goods -> new Covered("" + goods.itemId(), goods.name()))
            .toList();
  }
}
