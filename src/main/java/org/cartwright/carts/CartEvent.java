package org.cartwright.carts;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a cart: somebody did it, or time did. Announced once, inside the
 * transaction that writes it: who listens takes part in it, and who fails undoes it.
 *
 * @param patientId whose cart it is now; absent for a draft order that has no customer yet
 * @param copy of which draft order it is one, where one is made of another
 * @param isReserved whether stock is held for it, or was until now
 * @param currency what the total is in
 * @param total what it comes to now, in cents
 * @param by who did it; the service itself where time did
 * @param moment when
 */
public record CartEvent(
    Type type,
    String cartId,
    @Nullable String patientId,
    @Nullable Copy copy,
    boolean isReserved,
    Currency currency,
    long total,
    Caller by,
    Instant moment) {

  /**
   * A cart was made as a copy.
   *
   * @param of which draft order
   * @param isAtTodaysPrices whether everything on it was priced anew, and is not what a quote says
   */
  public record Copy(String of, boolean isAtTodaysPrices) {}

  /** What can happen to a cart. */
  public enum Type {
    /** It is there, with all that it was made with. */
    CREATED,
    /** What it holds or says is another, or a quote took hold of it or let it go. */
    CHANGED,
    /** It was set aside, or nobody touched it for the clinic's period. */
    ABANDONED,
    /** It is a draft again. */
    REOPENED,
    /** Its own expiry passed, or its quote ran out, or somebody expired what was old. */
    EXPIRED,
    /** It is gone from every read. */
    DELETED,
    /** The patient accepted its quote. */
    ACCEPTED,
    /** The patient declined its quote. */
    REJECTED,
    /** It is a charge now, or its quote is. */
    CONVERTED;

    /** What it means for a cart to come to be in a status. */
    static Type of(CartStatus next) {
      return switch (next) {
        case DRAFT -> REOPENED;
        case ABANDONED -> ABANDONED;
        case ACCEPTED -> ACCEPTED;
        case REJECTED -> REJECTED;
        case CONVERTED -> CONVERTED;
        case EXPIRED -> EXPIRED;
      };
    }
  }
}
