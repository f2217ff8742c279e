package org.cartwright.console.coupons;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The period of a coupon in days of the clinic: both the first and the last belong to it. */
record CouponDays(ZoneId zone) {

  private static final int LATEST_YEAR = 9998;
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  @Nullable LocalDate first(@Nullable Instant starts) {
    return starts == null ? null : LocalDate.ofInstant(starts, zone);
  }

  /**
   * The moment at which it ends belongs to its period no more; what ends never, as programs say it,
   * ends on the last day that a browser writes.
   */
  @Nullable LocalDate last(@Nullable Instant ends) {
    if (ends == null) {
      return null;
    }
    var day = LocalDate.ofInstant(ends.minusNanos(1), zone);
    return day.isAfter(LAST) ? LAST : day;
  }

  /** When a day begins; a present moment of that day stays what it is. */
  Instant start(LocalDate day, @Nullable Instant present) {
    return present != null && day.equals(first(present))
        ? present
        : day.atStartOfDay(zone).toInstant();
  }

  /** When a day is over; a present end on that day stays what it is. */
  Instant end(LocalDate day, @Nullable Instant present) {
    return present != null && day.equals(last(present))
        ? present
        : day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The day that was typed; nothing if it is none. */
  static @Nullable LocalDate read(String typed) {
    try {
      var day = LocalDate.parse(typed);
      return day.getYear() < 1 || day.getYear() > LATEST_YEAR ? null : day;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
