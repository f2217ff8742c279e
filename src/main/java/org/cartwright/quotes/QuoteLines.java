package org.cartwright.quotes;

import jakarta.persistence.EntityManager;
import org.cartwright.lines.StoredLines;
import org.springframework.stereotype.Component;

/** Reads the lines of a quote into it, and stores them as the quote has them now. */
@Component
class QuoteLines {

  private final QuoteLineRepository lines;
  private final EntityManager entities;

  QuoteLines(QuoteLineRepository lines, EntityManager entities) {
    this.lines = lines;
    this.entities = entities;
  }

  /** The quote with its lines. */
  Quote readInto(Quote quote) {
    quote.holds(lines.findByQuoteIdOrderByPosition(quote.id()));
    return quote;
  }

  /** Has the lines written with the next flush, in one batch. */
  void store(Quote quote) {
    quote.store(new StoredLines<>(entities, id -> new StoredQuoteLine(id, quote.id())));
  }
}
