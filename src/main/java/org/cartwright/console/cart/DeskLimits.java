package org.cartwright.console.cart;

import java.math.BigInteger;
import java.util.Map;
import org.cartwright.carts.api.CartItem;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.console.form.Typed;
import org.cartwright.staff.DeskRole;

/**
 * What a role may give away: compared is what a change led to, as the cart itself priced it. A
 * discount that was there before, given by somebody who may, stays.
 */
final class DeskLimits {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final BigInteger HALF = BigInteger.valueOf(50);

  private DeskLimits() {}

  /** Refuses a discount on a line that is too large, and larger than before. */
  static void checkLine(DeskRole role, CartItem before, CartItem after, Typed edit) {
    check(
        role,
        before.discountAmount(),
        before.totalPrice() + before.discountAmount(),
        after.discountAmount(),
        after.totalPrice() + after.discountAmount(),
        edit);
  }

  /** The same of the discount on a whole cart. */
  static void checkCart(DeskRole role, CartSummary before, CartSummary after, Typed edit) {
    check(
        role,
        before.discountAmount(),
        before.subtotal(),
        after.discountAmount(),
        after.subtotal(),
        edit);
  }

  private static void check(
      DeskRole role, long given, long of, long givenNow, long ofNow, Typed edit) {
    // Up to half a cent more: a discount of so much percent is rounded half up.
    var most = product(ofNow, BigInteger.valueOf(role.largestDiscount())).add(HALF);
    var isTooMuch = product(givenNow, HUNDRED).compareTo(most) > 0;
    var isMore =
        product(givenNow, BigInteger.valueOf(of))
                .compareTo(product(given, BigInteger.valueOf(ofNow)))
            > 0;
    if (isTooMuch && isMore) {
      throw edit.problem(Map.of("discount", "problem.discount.limit"));
    }
  }

  private static BigInteger product(long amount, BigInteger factor) {
    return BigInteger.valueOf(amount).multiply(factor);
  }
}
