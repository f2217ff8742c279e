package org.cartwright.coupons;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A coupon, as it is kept. Whoever changes one holds its lock. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // some fields are only read as rows
class Coupon {

  @Id private String id;
  @TenantId private String tenantId;
  private String code;
  private @Nullable String description;
  private @Nullable BigDecimal percentage;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> amountCurrencies;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<Long> amounts;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> minimumCurrencies;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<Long> minimums;

  // Programs say "always" as 0001-01-01, which JDBC's timestamps count by the calendar of then.
  @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
  private @Nullable Instant startsDate;

  @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
  private @Nullable Instant endsDate;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> itemIds;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> categories;

  private @Nullable Integer usageLimit;
  private @Nullable Integer customerLimit;
  private int used;
  private Instant createdDate;
  private @Nullable Instant updatedDate;
  private @Nullable Instant archivedDate;

  @NullUnmarked
  protected Coupon() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant, say() the rest
  Coupon(String id, CouponWrite wanted, Supplier<ZoneId> zone, Instant now) {
    this.id = id;
    say(wanted, zone);
    createdDate = now;
  }

  String id() {
    return id;
  }

  /** Says everything anew. What was used stays used, even if less may be from now on. */
  void replace(CouponWrite wanted, Supplier<ZoneId> zone, Instant now) {
    say(wanted, zone);
    updatedDate = now;
  }

  private void say(CouponWrite wanted, Supplier<ZoneId> zone) {
    code = wanted.code();
    description = wanted.description();
    percentage = wanted.percentage();
    amountCurrencies = wanted.amounts().stream().map(CurrencyAmount::currency).toList();
    amounts = wanted.amounts().stream().map(CurrencyAmount::amount).toList();
    minimumCurrencies = wanted.minimumSubtotals().stream().map(CurrencyAmount::currency).toList();
    minimums = wanted.minimumSubtotals().stream().map(CurrencyAmount::amount).toList();
    startsDate = wanted.starts(zone);
    endsDate = wanted.ends(zone);
    itemIds = wanted.itemIds().stream().distinct().toList();
    categories = wanted.categories().stream().distinct().toList();
    usageLimit = wanted.usageLimit();
    customerLimit = wanted.customerLimit();
  }

  /** Gives nothing from now on, and its code is free for another. */
  void archive(Instant now) {
    archivedDate = now;
  }

  /**
   * Counts a use.
   *
   * @param byCustomer how often the customer has used it
   * @return why not, if it cannot be used; then nothing is counted
   */
  Optional<CouponReason> use(long byCustomer, Instant now) {
    var reason = CouponLimits.refuse(startsDate, endsDate, usageLimit, used, now);
    if (reason.isEmpty() && customerLimit != null && byCustomer >= customerLimit) {
      reason = Optional.of(CouponReason.USED_BY_CUSTOMER);
    }
    if (reason.isEmpty()) {
      used++;
    }
    return reason;
  }

  /** Counts a use no more. */
  void giveBack() {
    used--;
  }
}
