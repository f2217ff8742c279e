package org.cartwright.carts.quoting;

import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.charges.api.ChargeDetail;

/** Converts the quote that the patient accepted, for a cart that is to be converted. */
public interface AcceptedQuotes {

  /**
   * Turns an accepted quote into a charge with the quote's own figures, within the transaction that
   * locked the cart.
   *
   * @param wanted what the charge is to say
   */
  ChargeDetail convert(QuotableCart cart, String quoteId, ConvertCartToChargeRequest wanted);
}
