package org.cartwright.catalog;

import java.time.Instant;
import org.cartwright.tenancy.Caller;

/**
 * Something happened to an item of the catalog. Announced once, inside the transaction that writes
 * it: who listens takes part in it, and who fails undoes it. Prices and tiers in markets, stock and
 * what product it is a variant of are no part of that.
 *
 * @param by who did it
 * @param moment when
 */
public record ItemEvent(Type type, String itemId, Caller by, Instant moment) {

  /** What can happen to an item. */
  public enum Type {
    /** It was taken into the catalog. */
    CREATED,
    /** Something else is said of it, or it is on sale again. */
    CHANGED,
    /** It was withdrawn from sale. */
    ARCHIVED
  }
}
