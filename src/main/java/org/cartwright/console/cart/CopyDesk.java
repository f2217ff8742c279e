package org.cartwright.console.cart;

import org.cartwright.carts.Carts;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.console.lines.DeskLimits;
import org.cartwright.console.lines.Giving;
import org.cartwright.console.lines.LimitRefusal;
import org.cartwright.staff.DeskRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Copies carts and drafts, of which a copy has the prices of today. */
@Service
public class CopyDesk {

  private final Carts carts;

  CopyDesk(Carts carts) {
    this.carts = carts;
  }

  /**
   * Makes another one like it.
   *
   * @param patient for whom, if not for the same
   * @throws LimitRefusal if a discount is more of what the copy comes to than the role may give
   */
  @Transactional
  public CartSummary copy(String id, @Nullable String patient, DeskRole role) {
    var copy = carts.duplicate(id, patient); // which locks the original until the end
    DeskLimits.checkAll(
        role, Giving.byPlace(carts.explain(id)), Giving.byPlace(carts.explain(copy.id())));
    return copy;
  }
}
