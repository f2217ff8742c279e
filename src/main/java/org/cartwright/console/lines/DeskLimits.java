package org.cartwright.console.lines;

import java.math.BigInteger;
import java.util.Map;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Typed;
import org.cartwright.staff.DeskRole;

/**
 * What a role may give away: compared is what a change led to, as the cart itself priced it. A
 * discount that was there before, given by somebody who may, stays.
 */
public final class DeskLimits {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final BigInteger HALF = BigInteger.valueOf(50);

  private DeskLimits() {}

  /**
   * A discount, and what it was given on.
   *
   * @param of before it was taken off
   */
  public record Given(long discount, long of) {}

  /**
   * Refuses a discount on a line that is too large, and larger than before.
   *
   * @throws NotTaken if it is
   */
  public static void check(DeskRole role, DeskLine before, DeskLine after, Typed typed) {
    check(
        role,
        new Given(before.discountAmount(), before.priceBeforeDiscount()),
        new Given(after.discountAmount(), after.priceBeforeDiscount()),
        typed);
  }

  /**
   * The same of a discount on everything.
   *
   * @throws NotTaken if it is too large, and larger than before
   */
  public static void check(DeskRole role, Given before, Given now, Typed typed) {
    // Up to half a cent more: a discount of so much percent is rounded half up.
    var most = product(now.of, BigInteger.valueOf(role.largestDiscount())).add(HALF);
    var isTooMuch = product(now.discount, HUNDRED).compareTo(most) > 0;
    var isMore =
        product(now.discount, BigInteger.valueOf(before.of))
                .compareTo(product(before.discount, BigInteger.valueOf(now.of)))
            > 0;
    if (isTooMuch && isMore) {
      throw typed.problem(Map.of("discount", "problem.discount.limit"));
    }
  }

  private static BigInteger product(long amount, BigInteger factor) {
    return BigInteger.valueOf(amount).multiply(factor);
  }
}
