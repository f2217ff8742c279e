package org.cartwright.quotes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.cartwright.carts.QuoteSummary;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.rows.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Quotes as they are served, one or a page. */
@Repository
@Transactional(readOnly = true)
class QuoteDocuments {

  private final JdbcClient jdbc;
  private final QuoteReader reader;
  private final Clock clock;

  QuoteDocuments(JdbcClient jdbc, QuoteReader reader, Clock clock) {
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
  QuoteDetail get(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Quote");
    }
    return reader.detail(id).orElseThrow(() -> Missing.a("Quote"));
  }

  /** One page of what a query finds, newest first. */
  Page<QuoteSummary> page(QuoteQuery query, int page, int size) {
    var parameters = query.parameters(clock.instant());
    parameters.put("limit", size);
    parameters.put("offset", (page - 1L) * size);
    return jdbc.sql(query.pageSql()).params(parameters).query((row, n) -> page(row)).single();
  }

  private Page<QuoteSummary> page(ResultSet row) throws SQLException {
    return new Page<>(reader.summaries(Columns.strings(row, "ids")), row.getLong("total"));
  }
}
