package org.cartwright.carts;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.cartwright.carts.api.CartStatus;
import org.jspecify.annotations.Nullable;

/**
 * A quote's hold on its cart: from when it is sent or waits to be sent, until it is withdrawn or
 * its validity ends; one that was accepted holds it still.
 *
 * @param quoteId which quote holds it
 * @param quoteValidUntil from when on that quote is expired, and holds nothing any more
 */
@Embeddable
record CartHold(String quoteId, @Nullable Instant quoteValidUntil) {

  /** Whether it is still there at a moment. */
  boolean lasts(Instant now) {
    return quoteValidUntil == null || quoteValidUntil.isAfter(now);
  }

  /** Whether it is this quote's. */
  boolean isOf(@Nullable String quote) {
    return quoteId.equals(quote);
  }

  /**
   * The status of a cart at a moment. A quote that holds the cart keeps it as it is; one that ran
   * out takes it along, unless another is being prepared. The database's cart_status_at says the
   * same.
   *
   * @param stored the status as it is stored
   * @param expires the cart's own expiry
   * @param hold the hold as it is stored, even if it has ended
   * @param quoteInPreparation whether another quote was being prepared when the hold ended
   */
  static CartStatus statusAt(
      CartStatus stored,
      @Nullable Instant expires,
      @Nullable CartHold hold,
      boolean quoteInPreparation,
      Instant now) {
    if (hold == null || (stored == CartStatus.DRAFT && quoteInPreparation && !hold.lasts(now))) {
      return stored.at(now, expires);
    }
    return stored.at(now, hold.quoteValidUntil);
  }
}
