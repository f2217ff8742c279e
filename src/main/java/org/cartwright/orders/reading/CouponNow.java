package org.cartwright.orders.reading;

import org.cartwright.coupons.CouponReason;
import org.jspecify.annotations.Nullable;

/**
 * The coupon that a draft is to be placed with: what it gives at this moment, at the prices that
 * the draft has; or, of what was accepted, whether it can still be used.
 *
 * @param told what it takes off the goods as the customer was told
 * @param refused why it does not apply, if it does not
 * @param amount what it takes off the goods now
 */
record CouponNow(String code, long told, @Nullable CouponReason refused, long amount) {

  /** Whether it gives something else than the customer was told. */
  boolean isChanged() {
    return refused == null && amount != told;
  }
}
