package org.cartwright.console.coupons;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.page.Asked;
import org.cartwright.coupons.CouponDetail;
import org.cartwright.coupons.CurrencyAmount;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A page of coupons as it is shown.
 *
 * @param total how many there are on all pages, as the clinic writes it
 * @param pages how many of those there are
 */
record CouponListing(List<Row> rows, String total, long count, int page, int pages) {

  private static final String USABLE = "ACTIVE";

  /**
   * A coupon.
   *
   * @param description empty for none
   * @param gives a percentage, or an amount in each of some currencies
   * @param from the minimum it asks for, in each of some currencies; empty for none
   * @param starts the first day of its period, if it has one
   * @param ends the last day
   * @param state that it can be used, or why it cannot
   * @param limit how often it may be used; empty for as often as one likes
   */
  record Row(
      String id,
      String code,
      String description,
      List<String> gives,
      List<String> from,
      @Nullable LocalDate starts,
      @Nullable LocalDate ends,
      String state,
      boolean isActive,
      String used,
      String limit) {}

  static CouponListing of(
      Page<CouponDetail> found, CouponFilter filter, Tenant tenant, Instant now) {
    return new CouponListing(
        found.data().stream().map(coupon -> row(coupon, tenant, now)).toList(),
        NumberFormat.getIntegerInstance(tenant.locale()).format(found.total()),
        found.total(),
        filter.page(),
        Asked.pages(found.total(), CouponFilter.SIZE));
  }

  static Row row(CouponDetail coupon, Tenant tenant, Instant now) {
    var numbers = NumberFormat.getIntegerInstance(tenant.locale());
    var figures = TypedFigures.of(tenant);
    var percentage = coupon.percentage();
    var days = new CouponDays(tenant.timeZone());
    var limit = coupon.usageLimit();
    return new Row(
        coupon.id(),
        coupon.code(),
        coupon.description() == null ? "" : coupon.description(),
        percentage == null
            ? money(coupon.amounts(), tenant)
            : List.of(figures.shown(percentage) + "%"),
        money(coupon.minimumSubtotals(), tenant),
        days.first(coupon.startsDate()),
        days.last(coupon.endsDate()),
        coupon.refusal(now).map(Enum::name).orElse(USABLE),
        coupon.isActive(),
        numbers.format(coupon.used()),
        limit == null ? "" : numbers.format(limit));
  }

  private static List<String> money(List<CurrencyAmount> amounts, Tenant tenant) {
    return amounts.stream()
        .map(one -> tenant.figures(Currency.getInstance(one.currency())).money(one.amount()))
        .toList();
  }
}
