package org.cartwright.quotes;

import org.cartwright.carts.QuotableCart;
import org.cartwright.carts.QuotedCarts;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks quotes for whoever moves or changes them: the cart first, then the quote, then its lines.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LockedQuotes {

  private final QuoteRepository quotes;
  private final QuoteLines lines;
  private final QuotedCarts carts;

  LockedQuotes(QuoteRepository quotes, QuoteLines lines, QuotedCarts carts) {
    this.quotes = quotes;
    this.lines = lines;
    this.carts = carts;
  }

  /** A quote and its cart, both locked. */
  record Held(QuotableCart cart, Quote quote) {}

  /**
   * Locks a quote, of which nothing was read in this transaction before.
   *
   * @throws Missing if there is none with this id
   */
  Held lock(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Quote");
    }
    var cart = quotes.cartOf(id).flatMap(carts::lock).orElseThrow(() -> Missing.a("Quote"));
    return new Held(cart, within(cart, id));
  }

  /** Locks a quote whose cart is locked already. */
  Quote within(QuotableCart cart, String id) {
    return quotes
        .lock(id)
        .filter(found -> found.cartId().equals(cart.id()))
        .map(lines::readInto)
        .orElseThrow(() -> Missing.a("Quote"));
  }

  /**
   * The quote as it is, with its lines as of the same moment, also in a transaction that sees what
   * others change meanwhile.
   *
   * @throws Missing if there is none with this id
   */
  Quote read(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Quote");
    }
    Quote quote;
    do {
      quote = quotes.find(id).orElseThrow(() -> Missing.a("Quote"));
    } while (!lines.readIntoUnlessChanged(quote));
    return quote;
  }
}
