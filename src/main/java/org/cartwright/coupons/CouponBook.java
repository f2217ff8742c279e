package org.cartwright.coupons;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.cartwright.catalog.Catalog;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coupons of a clinic, as its staff keep them. */
@Service
public class CouponBook {

  private final CouponRepository coupons;
  private final CouponReader reader;
  private final Catalog catalog;
  private final Tenants tenants;
  private final EntityManager entities;
  private final Clock clock;

  CouponBook(
      CouponRepository coupons,
      CouponReader reader,
      Catalog catalog,
      Tenants tenants,
      EntityManager entities,
      Clock clock) {
    this.coupons = coupons;
    this.reader = reader;
    this.catalog = catalog;
    this.tenants = tenants;
    this.entities = entities;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Page<CouponDetail> page(
      @Nullable String search, @Nullable Boolean isActive, String order, Paging paging) {
    return reader.page(search, isActive, order, paging, clock.instant());
  }

  @Transactional(readOnly = true)
  public CouponDetail coupon(String id) {
    return reader.coupon(id, clock.instant());
  }

  /**
   * Makes a coupon.
   *
   * @throws InvalidRequest if it is to end before it starts, or to cover an item that does not
   *     exist
   * @throws CouponCodeTaken if another coupon has its code
   */
  @Transactional
  public CouponDetail create(CouponWrite wanted) {
    requirePossible(wanted);
    var id = Ids.next("coupon");
    var now = clock.instant();
    entities.persist(new Coupon(id, wanted, this::zone, now));
    flush();
    return reader.coupon(id, now);
  }

  /**
   * Says everything about a coupon anew, but how often it is used. Drafts follow with their next
   * change, and when they are placed.
   *
   * @throws InvalidRequest if it is to end before it starts, or to cover an item that does not
   *     exist
   * @throws CouponCodeTaken if another coupon has its new code
   */
  @Transactional
  public CouponDetail replace(String id, CouponWrite wanted) {
    var coupon = lock(id);
    requirePossible(wanted);
    var now = clock.instant();
    coupon.replace(wanted, this::zone, now);
    flush();
    return reader.coupon(id, now);
  }

  /**
   * The same, once whoever asks has compared the coupon, which is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public CouponDetail replace(String id, CouponWrite wanted, Consumer<CouponDetail> comparing) {
    compare(id, comparing);
    return replace(id, wanted);
  }

  /** Deletes a coupon. What was sold with it stays as it is. */
  @Transactional
  public void delete(String id) {
    lock(id).archive(clock.instant());
  }

  /**
   * The same, once whoever asks has compared the coupon, which is locked, with what they saw.
   *
   * @param comparing throws if it is not to be deleted
   */
  @Transactional
  public void delete(String id, Consumer<CouponDetail> comparing) {
    compare(id, comparing);
    delete(id);
  }

  private void compare(String id, Consumer<CouponDetail> comparing) {
    lock(id);
    comparing.accept(reader.coupon(id, clock.instant()));
  }

  private Coupon lock(String id) {
    return coupons.lock(id).orElseThrow(() -> Missing.a("Coupon"));
  }

  private void requirePossible(CouponWrite wanted) {
    var wrong = new ArrayList<Violation>();
    if (wanted.isNeverValid(this::zone)) {
      wrong.add(Violation.inBody("a coupon ends after it starts", "endsDate"));
    }
    complainOfUnknown(wanted.itemIds(), wrong);
    InvalidRequest.throwIfAny(wrong);
  }

  private void complainOfUnknown(List<String> ids, List<Violation> wrong) {
    if (ids.isEmpty()) {
      return;
    }
    var known = catalog.priceList(new HashSet<>(ids), List.of());
    for (int i = 0; i < ids.size(); i++) {
      if (known.item(ids.get(i)).isEmpty()) {
        wrong.add(Violation.inBody("there is no such item", "itemIds", i));
      }
    }
  }

  private ZoneId zone() {
    return tenants.current().timeZone();
  }

  private void flush() {
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      throw BrokenConstraint.nameIn(refused).filter("coupon_code"::equals).isPresent()
          ? new CouponCodeTaken()
          : refused;
    }
  }

  /** 409: a code leads to one coupon. */
  private static final class CouponCodeTaken extends Conflict {

    CouponCodeTaken() {
      super(
          "coupon.codeTaken",
          "Another coupon has this code; choose another code, or change or delete that coupon.");
    }
  }
}
