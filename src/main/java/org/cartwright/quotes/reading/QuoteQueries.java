package org.cartwright.quotes.reading;

import java.time.Clock;
import java.util.Currency;
import org.cartwright.carts.api.QuoteSummary;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Quotes as they are served, one or a page. */
@Repository
@Transactional(readOnly = true)
public class QuoteQueries {

  private final JdbcClient jdbc;
  private final QuoteReader reader;
  private final Clock clock;

  QuoteQueries(JdbcClient jdbc, QuoteReader reader, Clock clock) {
    this.jdbc = jdbc;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * One quote.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public QuoteDetail get(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Quote");
    }
    return reader.detail(id).orElseThrow(() -> Missing.a("Quote"));
  }

  /**
   * What the amounts of a quote are in, whatever became of its cart.
   *
   * @throws Missing if there is none with this id
   */
  public Currency currency(String id) {
    return jdbc.sql("select currency from quote where tenant_id = ? and id = ?")
        .param(CurrentTenant.id())
        .param(id)
        .query(String.class)
        .optional()
        .map(Currency::getInstance)
        .orElseThrow(() -> Missing.a("Quote"));
  }

  /** One page of what a query finds, newest first. */
  public Page<QuoteSummary> page(QuoteCriteria query, Paging paging) {
    return query
        .at(clock.instant())
        .page(jdbc, PageQuery.NEWEST_FIRST, paging)
        .read(reader::summaries);
  }
}
