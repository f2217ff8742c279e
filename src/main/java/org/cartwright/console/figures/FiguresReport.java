package org.cartwright.console.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last weeks went.
 *
 * @param money in each currency by itself, the clinic's own first
 * @param providers who made the most quotes first
 */
record FiguresReport(List<Money> money, List<Acceptance> providers) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * What there is to see in one currency.
   *
   * @param sales what was quoted, accepted and paid
   * @param discounts what was given away
   * @param discountShare of what it would have cost, in percent
   */
  record Money(String currency, WeeklyChart sales, WeeklyChart discounts, String discountShare) {}

  /**
   * How many of somebody's quotes were accepted.
   *
   * @param name absent for those that nobody is named for
   * @param percent so many of a hundred
   * @param share the same, as it is written
   */
  record Acceptance(
      @Nullable String name, String quotes, String accepted, int percent, String share) {}

  /** So many percent, with one decimal; none of nothing. */
  static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }
}
