package org.cartwright.console.lines;

import java.math.BigDecimal;
import java.util.Map;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Typed;
import org.cartwright.staff.DeskRole;

/**
 * What a role may give away: compared is what a change led to, as the cart itself priced it. A
 * discount that was there before, given by somebody who may, stays.
 */
public final class DeskLimits {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Up to half a cent more: an amount is as good as so much percent, which is rounded half up. */
  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  private DeskLimits() {}

  /**
   * A discount, and what it was given on.
   *
   * @param percentage of a discount that is one; its amount is rounded, so what it is larger than
   *     is told by the percentage alone
   * @param of before it was taken off
   */
  public record Given(BigDecimal percentage, long discount, long of) {

    /** Of what was not there. */
    static final Given NOTHING = new Given(BigDecimal.ZERO, 0, 0);

    private boolean isPercentage() {
      return percentage.signum() != 0;
    }

    private BigDecimal part() {
      return isPercentage() ? percentage : BigDecimal.valueOf(discount);
    }

    private BigDecimal whole() {
      return isPercentage() ? HUNDRED : BigDecimal.valueOf(of);
    }

    private boolean isMoreThan(int percent) {
      var most = whole().multiply(BigDecimal.valueOf(percent));
      return part().multiply(HUNDRED).compareTo(isPercentage() ? most : most.add(HALF)) > 0;
    }

    /** Whatever is given is more than nothing of nothing. */
    private boolean isMoreThan(Given before) {
      return before.whole().signum() == 0
          ? part().signum() > 0
          : part().multiply(before.whole()).compareTo(before.part().multiply(whole())) > 0;
    }
  }

  /**
   * Refuses a discount on a line that is too large, and larger than before.
   *
   * @throws NotTaken if it is
   */
  public static void check(DeskRole role, DeskLine before, DeskLine after, Typed typed) {
    check(role, given(before), given(after), typed);
  }

  static Given given(DeskLine line) {
    return new Given(line.discountPercentage(), line.discountAmount(), line.priceBeforeDiscount());
  }

  /**
   * The same of a discount on everything.
   *
   * @throws NotTaken if it is too large, and larger than before
   */
  public static void check(DeskRole role, Given before, Given now, Typed typed) {
    if (isTooMuch(role, before, now)) {
      throw typed.problem(Map.of("discount", "problem.discount.limit"));
    }
  }

  /**
   * The same of whatever is given, whether or not anybody typed it: an amount is a larger part of
   * what is left once there is less, or it costs less, and one line can change what others cost.
   *
   * @throws LimitRefusal if something is too large, and larger than before
   */
  public static void checkAll(DeskRole role, Giving before, Giving now) {
    if (isTooMuchOfALine(role, before, now)) {
      throw LimitRefusal.ofALine();
    }
    if (isTooMuch(role, before.whole(), now.whole())) {
      throw LimitRefusal.ofTheWhole();
    }
  }

  private static boolean isTooMuchOfALine(DeskRole role, Giving before, Giving now) {
    return now.lines().entrySet().stream()
        .anyMatch(
            line ->
                isTooMuch(
                    role,
                    before.lines().getOrDefault(line.getKey(), Given.NOTHING),
                    line.getValue()));
  }

  private static boolean isTooMuch(DeskRole role, Given before, Given now) {
    return now.isMoreThan(role.largestDiscount()) && now.isMoreThan(before);
  }
}
