package org.cartwright.coupons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads coupons from typed rows, one with one statement, a page with two. To see what was just
 * changed, flush before.
 */
@Component
class CouponReader {

  private static final String COLUMNS =
      """
      c.id, c.code, c.description, c.percentage, c.amount_currencies, c.amounts, c.minimum_currencies, c.minimums,
      c.starts_date, c.ends_date, c.item_ids, c.categories, c.usage_limit, c.customer_limit, c.used, c.created_date,
      c.updated_date\
      """;

  private static final KeyedQuery COUPONS =
      KeyedQuery.of(
          "select "
              + COLUMNS
              + " from coupon c where c.tenant_id = ? and c.archived_date is null and c.id {keys}");

  private static final String TERMS =
      "select "
          + COLUMNS
          + """
          , (select count(*) from coupon_use u
              where u.tenant_id = c.tenant_id and u.coupon_id = c.id and u.customer_id = ?
                and u.given_back_date is null) as by_customer
            from coupon c
           where c.tenant_id = ? and upper(c.code) = ? and c.archived_date is null
          """;

  private static final String ACTIVE =
      """
      (x.starts_date is null or x.starts_date <= ?) and (x.ends_date is null or x.ends_date > ?)
      and (x.usage_limit is null or x.used < x.usage_limit)\
      """;

  private final JdbcClient jdbc;

  CouponReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  CouponDetail coupon(String id, Instant now) {
    return coupons(List.of(id), now).stream().findFirst().orElseThrow(() -> Missing.a("Coupon"));
  }

  private List<CouponDetail> coupons(Collection<String> ids, Instant now) {
    return COUPONS.with(jdbc, CurrentTenant.id(), ids).query((row, n) -> coupon(row, now)).list();
  }

  /**
   * A page of coupons.
   *
   * @param search what is part of their code, in any case
   * @param isActive whether they can be used now, as {@link CouponDetail#isActive} says
   */
  Page<CouponDetail> page(
      @Nullable String search,
      @Nullable Boolean isActive,
      String order,
      Paging paging,
      Instant now) {
    var query =
        new PageQuery("coupon", CurrentTenant.id())
            .where("x.archived_date is null")
            .contains("x.code", search);
    if (isActive != null) {
      var moment = now.atOffset(ZoneOffset.UTC);
      query.where(isActive ? ACTIVE : "not (" + ACTIVE + ")", moment, moment);
    }
    return query
        .page(jdbc, order, paging)
        .read(ids -> KeyedQuery.inOrder(ids, coupons(ids, now), CouponDetail::id));
  }

  /** What a code in upper case gives, or why not; see {@link Coupons#terms}. */
  CouponAnswer terms(String code, String currency, @Nullable String customerId, Instant now) {
    var reading = reading(code, currency, customerId, now);
    return jdbc.sql(reading.sql())
        .params(reading.parameters())
        .query(reading.row())
        .optional()
        .orElse(CouponAnswer.UNKNOWN);
  }

  /** The same to be taken along on a round trip; an unknown code has no row. */
  static RowQuery<CouponAnswer> reading(
      String code, String currency, @Nullable String customerId, Instant now) {
    return new RowQuery<>(
        TERMS,
        Arrays.asList(customerId, CurrentTenant.id(), code),
        (row, n) -> terms(row, currency, now));
  }

  private static CouponAnswer terms(ResultSet row, String currency, Instant now)
      throws SQLException {
    var coupon = coupon(row, now);
    var reason = refuse(coupon, now);
    if (reason.isPresent()) {
      return new CouponAnswer.Refused(reason.get());
    }
    if (coupon.customerLimit() != null && row.getLong("by_customer") >= coupon.customerLimit()) {
      return new CouponAnswer.Refused(CouponReason.USED_BY_CUSTOMER);
    }
    var amount = in(currency, coupon.amounts());
    var minimum = in(currency, coupon.minimumSubtotals());
    if ((coupon.percentage() == null && amount.isEmpty())
        || (minimum.isEmpty() && !coupon.minimumSubtotals().isEmpty())) {
      return new CouponAnswer.Refused(CouponReason.NO_AMOUNT_IN_CURRENCY);
    }
    return new CouponTerms(
        coupon.id(),
        coupon.code(),
        coupon.percentage() == null ? null : new Percentage(coupon.percentage()),
        amount.orElse(null),
        minimum.orElse(Cents.ZERO),
        Set.copyOf(coupon.itemIds()),
        Set.copyOf(coupon.categories()));
  }

  private static Optional<CouponReason> refuse(CouponDetail coupon, Instant now) {
    return CouponLimits.refuse(
        coupon.startsDate(), coupon.endsDate(), coupon.usageLimit(), coupon.used(), now);
  }

  private static Optional<Cents> in(String currency, List<CurrencyAmount> amounts) {
    return amounts.stream()
        .filter(one -> one.currency().equals(currency))
        .map(one -> new Cents(one.amount()))
        .findFirst();
  }

  private static CouponDetail coupon(ResultSet row, Instant now) throws SQLException {
    var starts = Columns.instantOrNull(row, "starts_date");
    var ends = Columns.instantOrNull(row, "ends_date");
    var limit = Columns.intOrNull(row, "usage_limit");
    var used = row.getInt("used");
    return new CouponDetail(
        row.getString("id"),
        row.getString("code"),
        row.getString("description"),
        Columns.decimalOrNull(row, "percentage"),
        amounts(row, "amount_currencies", "amounts"),
        amounts(row, "minimum_currencies", "minimums"),
        starts,
        ends,
        Columns.strings(row, "item_ids"),
        Columns.strings(row, "categories"),
        limit,
        Columns.intOrNull(row, "customer_limit"),
        used,
        CouponLimits.refuse(starts, ends, limit, used, now).isEmpty(),
        Columns.instant(row, "created_date"),
        Columns.instantOrNull(row, "updated_date"));
  }

  private static List<CurrencyAmount> amounts(ResultSet row, String currencies, String amounts)
      throws SQLException {
    var figures = (Long[]) row.getArray(amounts).getArray();
    var names = Columns.strings(row, currencies);
    var together = new ArrayList<CurrencyAmount>();
    for (int i = 0; i < figures.length; i++) {
      together.add(new CurrencyAmount(names.get(i), figures[i]));
    }
    return together;
  }
}
