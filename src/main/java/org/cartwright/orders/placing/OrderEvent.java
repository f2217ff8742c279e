package org.cartwright.orders.placing;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Something was done to an order. Announced once, inside the transaction that writes it: who
 * listens takes part in it, and who fails undoes it.
 *
 * @param number as people say it
 * @param customerId whose order it is
 * @param currency what the total is in
 * @param total in the smallest unit of the currency
 * @param by who did it
 * @param detail what was said of it: the carrier and tracking number, a note, why it was cancelled
 */
public record OrderEvent(
    Type type,
    String orderId,
    String number,
    String customerId,
    Currency currency,
    long total,
    Caller by,
    Instant moment,
    @Nullable String detail) {

  /** What can be done to an order. */
  public enum Type {
    PLACED,
    APPROVED,
    /** Its goods are on their way. */
    SHIPPED,
    /** Its goods can be fetched. */
    READY_FOR_PICKUP,
    /** The customer has the goods. */
    DELIVERED,
    /** The goods did not get to the customer. */
    FAILED,
    CANCELLED
  }
}
