package org.cartwright.quotes;

import java.util.List;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The lines of quotes. */
@Repository
class QuoteLines {

  private final LineTable table;

  QuoteLines(JdbcClient jdbc, JsonMapper json) {
    table =
        new LineTable(
            "quote_line", "quote_id", "description", "tenant_id, quote_id, id", jdbc, json);
  }

  /** The lines of a quote, in served order. */
  List<LineItem> of(String quoteId) {
    return table.of(quoteId);
  }

  /** Stores the lines of a quote as they now are. */
  void store(Quote quote) {
    table.store(quote.id(), quote.items().lines());
  }
}
