package org.cartwright.console.cart;

import java.time.Instant;
import java.util.List;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.console.lines.DeskLine;
import org.cartwright.console.lines.Sight;

/** What there is to see of a cart. */
public final class CartSight {

  private CartSight() {}

  /** What a cart shows, to be compared with what was seen. */
  public static Sight of(CartSummary cart) {
    return new Sight(
        cart.updatedDate() + "," + cart.status(),
        List.of(
            Sight.Facet.of(
                "cart.changed.head",
                cart.patient().id(),
                cart.discountPercentage().stripTrailingZeros(),
                cart.discountPercentage().signum() == 0 ? cart.discountAmount() : 0,
                cart.notes() == null ? "" : cart.notes())),
        cart.items().stream().map(DeskLine::of).toList());
  }

  /**
   * Whether a cart that was changed last at this moment is as it was shown, as far as that tells.
   */
  static boolean isOf(Instant changed, String seen) {
    return seen.startsWith(changed + ",");
  }
}
