package org.cartwright.carts.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a quote is in its life, and where it can go from there. Stands with carts, which serve
 * their quotes; what moves quotes is the module {@code quotes}.
 */
@Schema(name = "QuoteStatus")
public enum QuoteStatus {
  /** Copied from its cart and still being edited; the patient cannot see it. */
  DRAFT,
  /** On its way to the patient or there. Nothing in it changes any more, and its cart is locked. */
  SENT,
  /** The patient opened it. */
  VIEWED,
  /** The patient accepted; a charge is what comes next. */
  ACCEPTED,
  /** The patient declined. Final. */
  DECLINED,
  /** Its validity ended, or a newer quote took its place. Final. */
  EXPIRED,
  /** A charge exists and is what counts now. Final. */
  CONVERTED;

  /** The table of moves. */
  public boolean mayBecome(QuoteStatus next) {
    return switch (this) {
      case DRAFT -> next == SENT || next == EXPIRED;
      case SENT ->
          next == VIEWED
              || next == ACCEPTED
              || next == DECLINED
              || next == EXPIRED
              || next == DRAFT;
      case VIEWED -> next == ACCEPTED || next == DECLINED || next == EXPIRED || next == DRAFT;
      case ACCEPTED -> next == CONVERTED || next == EXPIRED;
      case DECLINED, EXPIRED, CONVERTED -> false;
    };
  }

  /** Whether the patient has it in hand and has not answered. */
  public boolean isWithPatient() {
    return this == SENT || this == VIEWED;
  }

  /**
   * The status at a moment: a quote whose validity has ended is expired at once, whether or not
   * that was stored yet.
   */
  public QuoteStatus at(Instant moment, @Nullable Instant validUntil) {
    var overdue = validUntil != null && !validUntil.isAfter(moment);
    return overdue && mayBecome(EXPIRED) ? EXPIRED : this;
  }
}
