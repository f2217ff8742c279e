package org.cartwright.coupons;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a coupon can be used at a moment at all. */
final class CouponLimits {

  private CouponLimits() {}

  /** Why not, if it cannot; it ends before the moment at which it ends. */
  static Optional<CouponReason> refuse(
      @Nullable Instant starts,
      @Nullable Instant ends,
      @Nullable Integer limit,
      int used,
      Instant now) {
    if (starts != null && now.isBefore(starts)) {
      return Optional.of(CouponReason.NOT_YET);
    }
    if (ends != null && !now.isBefore(ends)) {
      return Optional.of(CouponReason.OVER);
    }
    return limit != null && used >= limit ? Optional.of(CouponReason.USED_UP) : Optional.empty();
  }
}
