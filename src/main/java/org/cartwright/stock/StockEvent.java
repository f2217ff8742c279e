package org.cartwright.stock;

import java.time.Instant;
import org.cartwright.tenancy.Caller;

/**
 * Something happened to the stock of an item. Announced once, inside the transaction that writes
 * it: who listens takes part in it, and who fails undoes it. That some is held for somebody is no
 * part of that: it is still there.
 *
 * @param by who did it
 * @param moment when
 */
public record StockEvent(Type type, String itemId, Caller by, Instant moment) {

  /** What can happen to stock. */
  public enum Type {
    /** Some came in. */
    RECEIVED,
    /** Some went out, sold. */
    SOLD,
    /** Some came back that had been sold. */
    RETURNED,
    /** It was counted anew. */
    CORRECTED,
    /** Something else happens from now on when more is wanted than there is. */
    POLICY
  }
}
