package org.cartwright.quotes;

import java.time.Clock;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.quoting.AcceptedQuotes;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.charges.Charges;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.quotes.api.ConvertQuoteToChargeRequest;
import org.cartwright.quotes.state.QuoteRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns accepted quotes into charges. */
@Service
public class QuoteConversion implements AcceptedQuotes {

  private final QuoteBook book;
  private final Charges charges;
  private final Clock clock;

  QuoteConversion(QuoteBook book, Charges charges, Clock clock) {
    this.book = book;
    this.charges = charges;
    this.clock = clock;
  }

  /**
   * Turns an accepted quote into a charge with the figures that were accepted; its cart is
   * converted with it.
   *
   * @throws QuoteRefusal unless it is accepted; one that was converted before names its charge
   */
  @Transactional
  public ChargeDetail convert(ConvertQuoteToChargeRequest wanted) {
    var held = book.lock(wanted.quoteId());
    return charged(held.cart(), held.quote(), QuoteSays.ChargeWords.of(wanted));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public ChargeDetail convert(
      QuotableCart cart, String quoteId, ConvertCartToChargeRequest wanted) {
    return charged(cart, book.within(cart, quoteId), QuoteSays.ChargeWords.of(wanted));
  }

  private ChargeDetail charged(QuotableCart cart, Quote quote, QuoteSays.ChargeWords words) {
    var now = clock.instant();
    quote.requireConvertible(now);
    var charge = charges.open(QuoteSays.bill(quote, words));
    cart.convert(charge.id(), now);
    book.convert(quote, charge.id(), now);
    return charge;
  }
}
