package org.cartwright.orders.reading;

import org.cartwright.coupons.CouponReason;
import org.jspecify.annotations.Nullable;

/**
 * What the coupon on a draft gives at this moment, at the prices that the draft has.
 *
 * @param refused why it does not apply, if it does not
 * @param amount what it takes off the goods
 */
record CouponNow(@Nullable CouponReason refused, long amount) {}
