package org.cartwright.quotes.state;

import java.time.Instant;
import org.cartwright.carts.api.QuoteStatus;
import org.jspecify.annotations.Nullable;

/**
 * How long a quote is valid.
 *
 * @param until from when on it is expired; absent if that is never
 */
public record QuoteValidity(@Nullable Instant until) {

  /** The status at a moment: one whose validity has ended is expired at once. */
  public QuoteStatus statusAt(QuoteStatus stored, Instant now) {
    return stored.at(now, until);
  }

  /** Whether it has ended by now, and that is not stored yet. */
  public boolean runsOut(QuoteStatus stored, Instant now) {
    return stored != QuoteStatus.EXPIRED && statusAt(stored, now) == QuoteStatus.EXPIRED;
  }

  /** Until when it is valid, unless that is over or never. */
  @Nullable Instant stillAt(Instant now) {
    return until != null && until.isAfter(now) ? until : null;
  }
}
