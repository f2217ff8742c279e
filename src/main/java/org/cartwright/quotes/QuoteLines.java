package org.cartwright.quotes;

import jakarta.persistence.EntityManager;
import org.cartwright.lines.stored.LineStore;
import org.springframework.stereotype.Component;

/** Reads the lines of a quote into it, and stores them as the quote has them now. */
@Component
class QuoteLines {

  private final QuoteRepository quotes;
  private final EntityManager entities;

  QuoteLines(QuoteRepository quotes, EntityManager entities) {
    this.quotes = quotes;
    this.entities = entities;
  }

  /** The quote with its lines. */
  Quote readInto(Quote quote) {
    quote.takeIn(quotes.linesOf(quote.id()));
    return quote;
  }

  /**
   * Reads its lines into a quote that is not locked, as they were when it was read itself.
   *
   * @return whether they were still to be had; if not, the quote is let go, to be read anew
   */
  boolean readIntoUnlessChanged(Quote quote) {
    var found = quotes.linesOfVersion(quote.id(), quote.version());
    if (found.isEmpty() && quotes.versionOf(quote.id()) != quote.version()) {
      entities.detach(quote);
      return false;
    }
    quote.takeIn(found);
    return true;
  }

  /** Has the lines written with the next flush, in one batch. */
  void store(Quote quote) {
    quote.store(new LineStore<>(entities, id -> new StoredQuoteLine(id, quote.id())));
  }
}
