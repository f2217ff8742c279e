package org.cartwright.console.coupons;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.console.form.Checked;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.coupons.CouponBook;
import org.cartwright.coupons.CouponDetail;
import org.cartwright.coupons.CouponWrite;
import org.cartwright.coupons.CurrencyAmount;
import org.cartwright.platform.json.Moment;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes coupons, changes and deletes them as they were seen, which managers and owners do. */
@Service
class CouponDesk {

  private static final String COVERS = "covers";

  private final CouponBook coupons;
  private final Markets markets;
  private final Tenants tenants;
  private final Validator validator;

  CouponDesk(CouponBook coupons, Markets markets, Tenants tenants, Validator validator) {
    this.coupons = coupons;
    this.markets = markets;
    this.tenants = tenants;
    this.validator = validator;
  }

  /** The form of a coupon, or of a new one: with the currencies of the markets and its own. */
  @Transactional(readOnly = true)
  public CouponForm form(@Nullable CouponDetail coupon) {
    var currencies = new TreeSet<String>();
    markets.onSale().forEach(market -> currencies.add(market.currency().getCurrencyCode()));
    if (coupon != null) {
      coupon.amounts().stream().map(CurrencyAmount::currency).forEach(currencies::add);
      coupon.minimumSubtotals().stream().map(CurrencyAmount::currency).forEach(currencies::add);
    }
    return new CouponForm(coupon, List.copyOf(currencies), tenants.current());
  }

  /**
   * Makes a coupon, by id.
   *
   * @throws NotTaken if their role may not, or something typed is not to be read
   * @throws org.cartwright.platform.errors.Conflict if another coupon has its code
   */
  @Transactional
  public String create(Typed typed, ConsoleSession by) {
    requireKeeper(CouponForm.CODE, typed, by);
    return coupons.create(read(form(null), typed)).id();
  }

  /**
   * Says everything about a coupon anew, but what it covers.
   *
   * @throws NotTaken if their role may not, or something typed is not to be read
   * @throws Stale if it is not as it was seen
   */
  @Transactional
  public void change(String id, Typed typed, ConsoleSession by) {
    requireKeeper(CouponForm.CODE, typed, by);
    var present = seen(id, typed);
    coupons.replace(id, read(form(present), typed), now -> requireSeen(now, typed));
  }

  /**
   * Has it cover one item or category more, or one less.
   *
   * @throws NotTaken if their role may not, or nothing was named
   * @throws Stale if it is not as it was seen
   */
  @Transactional
  public void cover(String id, Typed typed, ConsoleSession by) {
    requireKeeper(COVERS, typed, by);
    var present = seen(id, typed);
    var items = new ArrayList<>(present.itemIds());
    var categories = new ArrayList<>(present.categories());
    items.remove(typed.field("lessItem", ""));
    categories.remove(typed.fields().getOrDefault("lessCategory", ""));
    addTo(items, typed.field("item", ""));
    addTo(categories, typed.field("category", ""));
    var wanted = covering(present, items, categories);
    if (!Checked.wrong(validator, wanted).isEmpty()) {
      throw typed.problem(Map.of(COVERS, "problem.long"));
    }
    coupons.replace(id, wanted, now -> requireSeen(now, typed));
  }

  /**
   * Deletes a coupon.
   *
   * @throws NotTaken if their role may not
   * @throws Stale if it is not as it was seen
   */
  @Transactional
  public void delete(String id, Typed typed, ConsoleSession by) {
    requireKeeper(COVERS, typed, by);
    coupons.delete(id, now -> requireSeen(now, typed));
  }

  private CouponWrite read(CouponForm form, Typed typed) {
    var reasons = new HashMap<String, String>();
    var wanted = form.read(typed, reasons);
    complain(CouponForm.AMOUNT, wanted.amounts(), reasons);
    complain(CouponForm.MINIMUM, wanted.minimumSubtotals(), reasons);
    if (reasons.isEmpty()) {
      for (var field : Checked.wrong(validator, wanted)) {
        reasons.put(
            field.isEmpty() ? CouponForm.PERCENTAGE : field,
            "coupons.problem." + (field.isEmpty() ? "either" : field));
      }
      if (wanted.isNeverValid(() -> tenants.current().timeZone())) {
        reasons.put(CouponForm.ENDS, "coupons.problem." + CouponForm.ENDS);
      }
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return wanted;
  }

  private void complain(String prefix, List<CurrencyAmount> amounts, Map<String, String> reasons) {
    for (var one : amounts) {
      if (!Checked.wrong(validator, one).isEmpty()) {
        reasons.put(prefix + one.currency(), "coupons.problem.amount");
      }
    }
  }

  private static void addTo(List<String> all, String more) {
    if (!more.isEmpty() && !all.contains(more)) {
      all.add(more);
    }
  }

  private static CouponWrite covering(
      CouponDetail coupon, List<String> items, List<String> categories) {
    return new CouponWrite(
        coupon.code(),
        coupon.description(),
        coupon.percentage(),
        coupon.amounts(),
        coupon.minimumSubtotals(),
        moment(coupon.startsDate()),
        moment(coupon.endsDate()),
        items,
        categories,
        coupon.usageLimit(),
        coupon.customerLimit());
  }

  private static @Nullable Moment moment(@Nullable Instant present) {
    return present == null ? null : Moment.at(present);
  }

  private CouponDetail seen(String id, Typed typed) {
    var present = coupons.coupon(id);
    requireSeen(present, typed);
    return present;
  }

  private static void requireSeen(CouponDetail present, Typed typed) {
    if (!CouponForm.seen(present).equals(typed.seen())) {
      throw new Stale();
    }
  }

  private static void requireKeeper(String field, Typed typed, ConsoleSession by) {
    if (!by.member().role().mayChangeCatalog()) {
      throw typed.forbidden(Map.of(field, "coupons.problem.role"));
    }
  }
}
