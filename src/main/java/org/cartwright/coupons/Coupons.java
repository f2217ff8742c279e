package org.cartwright.coupons;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.cartwright.platform.Ids;
import org.cartwright.platform.jdbc.RowQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the rest of the house asks of coupons: what a code gives, and that a use of it counts or
 * counts no more. Codes are the same in upper and lower case.
 */
@Service
public class Coupons {

  private final CouponRepository coupons;
  private final CouponUseRepository uses;
  private final CouponReader reader;
  private final EntityManager entities;
  private final Clock clock;

  Coupons(
      CouponRepository coupons,
      CouponUseRepository uses,
      CouponReader reader,
      EntityManager entities,
      Clock clock) {
    this.coupons = coupons;
    this.uses = uses;
    this.reader = reader;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * What a code gives in a currency at a moment, or why it gives nothing, in one statement. Locks
   * nothing: only {@link #take} says for good whether there is a use left.
   *
   * @param customerId whose uses count against the limit per customer; absent if nobody is chosen
   */
  @Transactional(readOnly = true)
  public CouponAnswer terms(
      String code, Currency currency, @Nullable String customerId, Instant now) {
    return Ids.isPossible(code)
        ? reader.terms(spelled(code), currency.getCurrencyCode(), customerId, now)
        : CouponAnswer.UNKNOWN;
  }

  /**
   * The same, to be read on a round trip. An unknown code has no row: that is {@link
   * CouponAnswer#UNKNOWN}.
   *
   * @param code one that was asked for before
   */
  public static RowQuery<CouponAnswer> termsOf(
      String code, Currency currency, @Nullable String customerId, Instant now) {
    return CouponReader.reading(spelled(code), currency.getCurrencyCode(), customerId, now);
  }

  /**
   * Takes a use of a coupon within the caller's transaction; others who take or change this coupon
   * wait until that ends. What the cart contains is not looked at.
   *
   * @param useId what it is used for: asked again for the same, nothing is taken again
   * @return why not, if it cannot be used now; nothing if the use is taken
   * @throws IllegalStateException if the use was given back: what is over is not taken again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<CouponReason> take(String code, String customerId, String useId) {
    var found = Ids.isPossible(code) ? coupons.lockByCode(spelled(code)) : Optional.<Coupon>empty();
    if (found.isEmpty()) {
      return Optional.of(CouponReason.UNKNOWN);
    }
    var before = uses.find(useId);
    if (before.isPresent()) {
      if (before.get().isGivenBack()) {
        throw new IllegalStateException("This use of a coupon was given back");
      }
      return Optional.empty();
    }
    var coupon = found.get();
    var now = clock.instant();
    var reason = coupon.use(uses.countOf(coupon.id(), customerId), now);
    if (reason.isEmpty()) {
      entities.persist(new CouponUse(useId, coupon.id(), customerId, now));
      entities.flush();
    }
    return reason;
  }

  /**
   * Gives a use back within the caller's transaction, exactly once: if it was never taken or is
   * given back already, nothing happens.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBack(String useId) {
    var found = uses.lock(useId);
    if (found.isPresent()) {
      coupons.lockEvenDeleted(found.get().couponId()).orElseThrow().giveBack();
      found.get().giveBack(clock.instant());
      entities.flush();
    }
  }

  private static String spelled(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
