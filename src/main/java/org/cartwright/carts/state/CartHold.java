package org.cartwright.carts.state;

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
public record CartHold(String quoteId, @Nullable Instant quoteValidUntil) {

  /** Whether it is still there at a moment. */
  public boolean lasts(Instant now) {
    return quoteValidUntil == null || quoteValidUntil.isAfter(now);
  }

  /** Whether it is this quote's. */
  public boolean isOf(@Nullable String quote) {
    return quoteId.equals(quote);
  }

  /** What else there can be of a cart's quotes when the one that holds it has run out. */
  public enum Other {
    /** Another waits to be sent, and holds the cart from then on. */
    WAITING,
    /** Another was being prepared at that moment, so that the cart does not end with its quote. */
    DRAFT
  }

  /** Whether a quote holds a cart at a moment: this one, or the next one that waits to be sent. */
  public boolean keeps(CartStatus stored, @Nullable Other other, Instant now) {
    return lasts(now) || (stored == CartStatus.DRAFT && other == Other.WAITING);
  }

  /**
   * The status of a cart at a moment. A quote that holds the cart keeps it as it is; one that ran
   * out takes it along, unless another is being prepared. The database's cart_status_at says the
   * same.
   *
   * @param stored the status as it is stored
   * @param expires the cart's own expiry
   * @param hold the hold as it is stored, even if it has ended
   * @param other what else there is of its quotes, if the hold has ended
   */
  public static CartStatus statusAt(
      CartStatus stored,
      @Nullable Instant expires,
      @Nullable CartHold hold,
      @Nullable Other other,
      Instant now) {
    if (hold == null) {
      return stored.at(now, expires);
    }
    if (hold.keeps(stored, other, now)) {
      return stored;
    }
    return stored == CartStatus.DRAFT && other == Other.DRAFT
        ? stored.at(now, expires)
        : stored.at(now, hold.quoteValidUntil);
  }
}
