package org.cartwright.carts.quoting;

import java.time.Instant;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.Sale;
import org.jspecify.annotations.Nullable;

/**
 * A cart as quotes deal with it: locked, within the transaction that also moves the quote. While a
 * quote is with the patient, or waits to be sent, it holds its cart, which then stays a draft that
 * nobody can edit; the quote's validity counts instead of the cart's own expiry.
 */
public interface QuotableCart {

  String id();

  /** Who buys; nobody, if its customer was taken off a draft order after it was quoted. */
  @Nullable String patientId();

  /** To whom it is sold and on which terms, and so are its quotes. */
  Sale sale();

  LineItems items();

  /** The item that is its fee, if it is a draft order with one; asks for it. */
  @Nullable String feeItemId();

  /**
   * The quote that was sent or waits for that, and was not withdrawn, or was accepted; perhaps it
   * has run out since.
   */
  @Nullable String quoteId();

  /**
   * Takes note that a quote is made of it.
   *
   * @param replaced the quote that is to be replaced by it; that one may still be with the patient
   * @throws CartRefusal unless the cart is a draft that no other quote holds, and all on it has a
   *     price
   */
  void quote(@Nullable String replaced, Instant now);

  /**
   * Is held by a quote from now on, which goes to the patient.
   *
   * @param replaced the quote that this one takes the place of
   * @param validUntil from when on the quote is expired
   * @throws CartRefusal unless the cart is a draft that no other quote holds
   */
  void hold(String quoteId, @Nullable String replaced, @Nullable Instant validUntil, Instant now);

  /**
   * Until when a quote that is not with the patient can be sent: until the cart's own expiry, which
   * does not count while another quote holds the cart, nor once it has passed under a hold.
   *
   * @return nothing if there is no end to it
   */
  @Nullable Instant openUntil(String quoteId, Instant now);

  /**
   * Whether a quote that is withdrawn, or could not be sent at its time, leaves it to the next one
   * that waits or to nobody: not while the quote that was to be replaced holds it, nor once it is
   * settled.
   */
  boolean isLeftBy(String quoteId, Instant now);

  /**
   * Is held by a quote from now on that waits to be sent; while the one it is to replace holds the
   * cart, that one goes on doing so.
   *
   * @param replaced the quote that this one is to take the place of
   * @param validUntil from when on the quote is expired
   * @throws CartRefusal unless the cart is a draft that no other quote holds
   */
  void keepFor(
      String quoteId, @Nullable String replaced, @Nullable Instant validUntil, Instant now);

  /** Is held by another of its quotes instead, which waits to be sent. */
  void passTo(String quoteId, @Nullable Instant validUntil, Instant now);

  /**
   * Is a free draft again: its quote was withdrawn, or could not be sent at its time. If its own
   * expiry passed meanwhile, it has none any more.
   */
  void release(Instant now);

  /** The patient accepted its quote. */
  void accept(Instant now);

  /** The patient declined its quote. */
  void reject(Instant now);

  /** Its quote became a charge, which is what counts from now on. */
  void convert(String chargeId, Instant now);
}
