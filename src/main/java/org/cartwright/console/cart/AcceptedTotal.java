package org.cartwright.console.cart;

import java.util.List;
import java.util.Optional;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.carts.api.QuoteSummary;

/** What a cart or draft comes to once one of its quotes was accepted: that one's figures count. */
public final class AcceptedTotal {

  private AcceptedTotal() {}

  /**
   * The accepted quote's total in cents, if there is one.
   *
   * @param status of the cart
   */
  public static Optional<Long> of(CartStatus status, List<QuoteSummary> quotes) {
    return status == CartStatus.ACCEPTED
        ? quotes.stream()
            .filter(quote -> quote.status() == QuoteStatus.ACCEPTED)
            .map(QuoteSummary::total)
            .findFirst()
        : Optional.empty();
  }
}
