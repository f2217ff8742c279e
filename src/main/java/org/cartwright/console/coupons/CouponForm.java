package org.cartwright.console.coupons;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.coupons.CouponDetail;
import org.cartwright.coupons.CouponWrite;
import org.cartwright.coupons.CurrencyAmount;
import org.cartwright.platform.json.Moment;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The form of a coupon: what stands in its fields, and what is meant by what is typed there.
 *
 * @param coupon which is changed; absent for a new one
 * @param currencies for which it has fields, by their codes
 */
record CouponForm(@Nullable CouponDetail coupon, List<String> currencies, Tenant tenant) {

  static final String CODE = "code";
  static final String PERCENTAGE = "percentage";
  static final String STARTS = "startsDate";
  static final String ENDS = "endsDate";
  static final String BY_ALL = "usageLimit";
  static final String BY_CUSTOMER = "customerLimit";
  static final String DESCRIPTION = "description";
  static final String AMOUNT = "amount-";
  static final String MINIMUM = "minimum-";

  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  /** What stands in each field, by its name; also for the template. */
  public Map<String, String> fields() {
    var fields = new TreeMap<String, String>();
    if (coupon != null) {
      var days = new CouponDays(tenant.timeZone());
      var numbers = figures(tenant.currency().getCurrencyCode());
      fields.put(CODE, coupon.code());
      fields.put(DESCRIPTION, Objects.requireNonNullElse(coupon.description(), ""));
      var percentage = coupon.percentage();
      fields.put(PERCENTAGE, percentage == null ? "" : numbers.shown(percentage));
      fields.put(STARTS, orEmpty(days.first(coupon.startsDate())));
      fields.put(ENDS, orEmpty(days.last(coupon.endsDate())));
      fields.put(BY_ALL, orEmpty(coupon.usageLimit()));
      fields.put(BY_CUSTOMER, orEmpty(coupon.customerLimit()));
      put(AMOUNT, coupon.amounts(), fields);
      put(MINIMUM, coupon.minimumSubtotals(), fields);
    }
    return fields;
  }

  private void put(String prefix, List<CurrencyAmount> amounts, Map<String, String> fields) {
    for (var one : amounts) {
      fields.put(prefix + one.currency(), figures(one.currency()).shown(one.amount()));
    }
  }

  /** Which coupon the form shows, so that another one is not changed. */
  static String seen(CouponDetail coupon) {
    return String.valueOf(Objects.requireNonNullElse(coupon.updatedDate(), coupon.createdDate()));
  }

  /**
   * The coupon as it is to be. What it covers is said elsewhere and stays.
   *
   * @param reasons is filled with what cannot be read, by field
   */
  CouponWrite read(Typed typed, Map<String, String> reasons) {
    var numbers = figures(tenant.currency().getCurrencyCode());
    var percentage = typed.field(PERCENTAGE, "").replaceFirst("\\s*%$", "");
    return new CouponWrite(
        typed.field(CODE, ""),
        typed.orNone(DESCRIPTION),
        percentage.isEmpty()
            ? null
            : numbers
                .number(percentage)
                .orElseGet(
                    () -> {
                      reasons.put(PERCENTAGE, "coupons.problem.percentage");
                      return BigDecimal.ONE;
                    }),
        amounts(AMOUNT, typed, reasons),
        amounts(MINIMUM, typed, reasons),
        starts(typed, reasons),
        ends(typed, reasons),
        coupon == null ? List.of() : coupon.itemIds(),
        coupon == null ? List.of() : coupon.categories(),
        limit(BY_ALL, typed, reasons),
        limit(BY_CUSTOMER, typed, reasons));
  }

  private List<CurrencyAmount> amounts(String prefix, Typed typed, Map<String, String> reasons) {
    var amounts = new ArrayList<CurrencyAmount>();
    for (var currency : currencies) {
      var field = prefix + currency;
      var text = typed.field(field, "");
      if (!text.isEmpty()) {
        var read = figures(currency).money(text);
        if (read.isEmpty()) {
          reasons.put(field, "coupons.problem.amount");
        }
        read.ifPresent(cents -> amounts.add(new CurrencyAmount(currency, cents)));
      }
    }
    return amounts;
  }

  private @Nullable Moment starts(Typed typed, Map<String, String> reasons) {
    var days = new CouponDays(tenant.timeZone());
    var present = coupon == null ? null : coupon.startsDate();
    var day = day(STARTS, days.first(present), typed, reasons);
    return day == null ? null : Moment.at(days.start(day, present));
  }

  private @Nullable Moment ends(Typed typed, Map<String, String> reasons) {
    var days = new CouponDays(tenant.timeZone());
    var present = coupon == null ? null : coupon.endsDate();
    var day = day(ENDS, days.last(present), typed, reasons);
    return day == null ? null : Moment.at(days.end(day, present));
  }

  /** The day that was typed, or stands there, as a program may have set it. */
  private static @Nullable LocalDate day(
      String field, @Nullable LocalDate present, Typed typed, Map<String, String> reasons) {
    var text = typed.field(field, "");
    var day = text.equals(orEmpty(present)) ? present : CouponDays.read(text);
    if (day == null && !text.isEmpty()) {
      reasons.put(field, "coupons.problem.day");
    }
    return day;
  }

  private @Nullable Integer limit(String field, Typed typed, Map<String, String> reasons) {
    var text = typed.field(field, "");
    if (text.isEmpty()) {
      return null;
    }
    var read =
        figures(tenant.currency().getCurrencyCode())
            .number(text)
            .map(BigDecimal::stripTrailingZeros)
            .filter(number -> number.scale() <= 0 && number.compareTo(MOST) <= 0);
    if (read.isEmpty()) {
      reasons.put(field, "coupons.problem.limit");
    }
    return read.map(BigDecimal::intValueExact).orElse(null);
  }

  private TypedFigures figures(String currency) {
    return new TypedFigures(tenant.locale(), Currency.getInstance(currency));
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
