package org.cartwright.carts.state;

import java.time.Instant;
import java.util.Optional;
import org.cartwright.carts.api.CartStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a cart stands. What may be done with it follows from that and the moment; whatever may not is
 * refused here.
 *
 * @param stored the status as it is stored
 * @param expires the cart's own expiry
 * @param hold the hold of a quote as it is stored, even if it has ended
 * @param other what else there is of its quotes, if the hold has ended
 */
public record CartState(
    CartStatus stored,
    @Nullable Instant expires,
    @Nullable CartHold hold,
    CartHold.@Nullable Other other) {

  /** The status at a moment. */
  public CartStatus at(Instant now) {
    return CartHold.statusAt(stored, expires, hold, other, now);
  }

  private boolean isHeld(Instant now) {
    return hold != null && hold.keeps(stored, other, now);
  }

  /** Whether what is on the cart can change: it is a draft that no quote holds. */
  public boolean isChangeable(Instant now) {
    return at(now) == CartStatus.DRAFT && !isHeld(now);
  }

  /** Refuses to go on unless the cart is a draft that no quote holds. */
  public void requireDraft(Instant now) {
    var present = at(now);
    if (present != CartStatus.DRAFT) {
      throw CartRefusal.notEditable(present);
    }
    requireFree(now);
  }

  /** Refuses to go on with a draft that a quote holds. */
  public void requireFree(Instant now) {
    if (stored == CartStatus.DRAFT && isHeld(now)) {
      throw CartRefusal.held();
    }
  }

  /** Refuses to go on unless the cart is a draft, or was accepted. */
  public void requireOpen(Instant now) {
    var present = at(now);
    if (present != CartStatus.DRAFT && present != CartStatus.ACCEPTED) {
      throw CartRefusal.notEditable(present);
    }
  }

  /**
   * Refuses to go on unless the cart is a draft that no quote holds but these.
   *
   * @param quote which is to be made, sent or scheduled
   * @param replaced the one that it takes the place of
   */
  public void requireQuotable(@Nullable String quote, @Nullable String replaced, Instant now) {
    var present = at(now);
    if (present != CartStatus.DRAFT) {
      throw CartRefusal.notQuotable(present);
    }
    if (hold != null && isHeld(now) && !hold.isOf(quote) && !hold.isOf(replaced)) {
      throw CartRefusal.heldAlready();
    }
  }

  /** Refuses to go on unless the cart can become a charge. */
  public void requireConvertible(Instant now) {
    requireFree(now);
    var present = at(now);
    if (!present.mayBecome(CartStatus.CONVERTED)) {
      throw CartRefusal.noSuchMove(present, CartStatus.CONVERTED);
    }
  }

  /** Refuses to go on if the cart is a charge by now, or one of its quotes holds it. */
  public void requireDeletable(Instant now) {
    if (stored == CartStatus.CONVERTED) {
      throw CartRefusal.cannotBeDeleted(stored);
    }
    if (isHeld(now)) {
      throw CartRefusal.cannotBeDeletedWithItsQuote();
    }
  }

  /** Refuses to go on unless such a move is in the table of {@link CartStatus}. */
  public void requireMove(CartStatus next) {
    if (!stored.mayBecome(next)) {
      throw CartRefusal.noSuchMove(stored, next);
    }
  }

  /**
   * Whether a status in a full request reopens the cart.
   *
   * @throws CartRefusal if it asks for anything else than that, what is so already, or setting a
   *     draft aside
   */
  public boolean isReopenedBy(@Nullable CartStatus asked, Instant now) {
    var present = at(now);
    if (asked == null || asked == present) {
      return false;
    }
    if (asked == CartStatus.DRAFT && present == CartStatus.ABANDONED) {
      return true;
    }
    if (asked != CartStatus.ABANDONED || present != CartStatus.DRAFT) {
      throw CartRefusal.noSuchMove(present, asked);
    }
    return false;
  }

  /** The accepted quote, which is what to convert instead of the cart. */
  public Optional<String> acceptedQuote(Instant now) {
    return at(now) == CartStatus.ACCEPTED
        ? Optional.ofNullable(hold).map(CartHold::quoteId)
        : Optional.empty();
  }

  /**
   * Until when a quote that is not with the patient can be sent, if there is an end to it. While
   * another holds the cart there is none: when that one ends, the quote that waits holds it.
   */
  public @Nullable Instant openUntil(String quote, Instant now) {
    var isHeldByAnother = hold != null && isHeld(now) && !hold.isOf(quote);
    return isHeldByAnother ? null : expiryOnceFree(now);
  }

  /**
   * The cart's own expiry once somebody frees it from the quote that holds it: one that passed
   * meanwhile is forgotten, for nothing could be done with the cart any more.
   */
  public @Nullable Instant expiryOnceFree(Instant now) {
    return expires != null && expires.isAfter(now) ? expires : null;
  }

  /**
   * Whether a quote that comes back, or is not sent after all, leaves the cart to the next one or
   * to nobody: it held the cart, or waited behind one that has run out.
   */
  public boolean isLeftBy(String quote, Instant now) {
    return stored == CartStatus.DRAFT && hold != null && (hold.isOf(quote) || !hold.lasts(now));
  }

  /** Whether a quote that waits to be sent is what holds the cart, and not the one it replaces. */
  public boolean passesTo(String waiting, Instant now) {
    return hold == null || !hold.lasts(now) || hold.isOf(waiting);
  }
}
