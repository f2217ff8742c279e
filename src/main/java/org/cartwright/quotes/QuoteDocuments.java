package org.cartwright.quotes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.cartwright.carts.QuoteSummary;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Quotes as they are served, from the views {@code quote_document} and {@code quote_summary}. */
@Repository
@Transactional(readOnly = true)
class QuoteDocuments {

  private final JdbcClient jdbc;
  private final Documents documents;
  private final Clock clock;

  QuoteDocuments(JdbcClient jdbc, Documents documents, Clock clock) {
    this.jdbc = jdbc;
    this.documents = documents;
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
    return jdbc.sql("select document from quote_document where tenant_id = ? and id = ?")
        .param(CurrentTenant.id())
        .param(id)
        .query(documents.rows(QuoteDetail.class))
        .optional()
        .orElseThrow(() -> Missing.a("Quote"));
  }

  /** One page of what a query finds, newest first. */
  Page<QuoteSummary> page(QuoteQuery query, int page, int size) {
    var parameters = query.parameters(clock.instant());
    parameters.put("limit", size);
    parameters.put("offset", (page - 1L) * size);
    return jdbc.sql(query.pageSql()).params(parameters).query((row, n) -> page(row)).single();
  }

  private Page<QuoteSummary> page(ResultSet row) throws SQLException {
    var data = row.getString("documents");
    var quotes = data == null ? new QuoteSummary[0] : documents.read(data, QuoteSummary[].class);
    return new Page<>(List.of(quotes), row.getLong("total"));
  }
}
