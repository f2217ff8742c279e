package org.cartwright.carts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a cart is in its life, and where it can go from there. */
public enum CartStatus {
  /**
   * Being built: the only status in which items, discounts, notes, expiry or patient can change.
   */
  DRAFT,
  /** Untouched for the tenant's inactivity period; staff may reopen it. */
  ABANDONED,
  /** The patient accepted its quote; a charge is what comes next. */
  ACCEPTED,
  /** The patient declined its quote. Final. */
  REJECTED,
  /** A charge exists and is what counts now. Final. */
  CONVERTED,
  /** Its expiry passed. Final. */
  EXPIRED;

  /** The table of moves. */
  public boolean mayBecome(CartStatus next) {
    return switch (this) {
      case DRAFT -> next != DRAFT;
      case ABANDONED -> next == DRAFT || next == EXPIRED;
      case ACCEPTED -> next == CONVERTED || next == EXPIRED;
      case REJECTED, CONVERTED, EXPIRED -> false;
    };
  }

  /**
   * The status at a moment: a cart whose expiry has come is expired at once, whether or not that
   * was stored yet.
   */
  public CartStatus at(Instant moment, @Nullable Instant expires) {
    var overdue = expires != null && !expires.isAfter(moment);
    return overdue && mayBecome(EXPIRED) ? EXPIRED : this;
  }
}
