package org.cartwright.quotes;

import java.util.List;
import org.springframework.data.repository.Repository;

interface QuoteLineRepository extends Repository<StoredQuoteLine, StoredQuoteLine.Key> {

  /** The lines of a quote, in served order. */
  List<StoredQuoteLine> findByQuoteIdOrderByPosition(String quoteId);
}
