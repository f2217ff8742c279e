package org.cartwright.quotes;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuoteLineRepository extends Repository<StoredQuoteLine, StoredQuoteLine.Key> {

  /** The lines of a quote, in served order. */
  List<StoredQuoteLine> findByQuoteIdOrderByPosition(String quoteId);

  /** The same, as long as that version of the quote is the one that is stored; else none. */
  @Query(
      "select l from StoredQuoteLine l join Quote q on q.id = l.quoteId and q.version = :version"
          + " where l.quoteId = :quoteId order by l.position")
  List<StoredQuoteLine> ofVersion(String quoteId, long version);
}
