package org.cartwright.quotes;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.platform.texts.Reason;
import org.cartwright.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a quote, by somebody or by time. It is announced in the transaction
 * that does it, once.
 *
 * @param currency what the total is in
 * @param total what it comes to now, in cents
 * @param by who did it; of what time did, who or what came upon it
 * @param detail what there is to say beside, see {@link Type}; never patient data
 * @param reason names why it could not be sent, if that is it
 */
public record QuoteEvent(
    Type type,
    String quoteId,
    String patientId,
    Currency currency,
    long total,
    Caller by,
    Instant moment,
    @Nullable String detail,
    Reason reason) {

  /** What can be done to a quote. */
  public enum Type {
    /** A draft was made; of a revision the detail names the quote that it is to replace. */
    CREATED,
    /** It says something else than before. */
    CHANGED,
    /** It waits to be sent; the detail says how and when. */
    SCHEDULED,
    /** It was sent, or sent again; the detail says how. */
    SENT,
    /** A sending that was due could not be done, and is given up; the detail says why. */
    NOT_SENT,
    /** The patient saw it for the first time since it was sent. */
    VIEWED,
    ACCEPTED,
    DECLINED,
    /** It is a draft again that waits for nothing. */
    WITHDRAWN,
    /** It is expired because another was sent in its place, which the detail names. */
    REPLACED,
    /** It is expired because its validity ended. */
    EXPIRED,
    /** There is a charge of it, which the detail names. */
    CONVERTED
  }
}
