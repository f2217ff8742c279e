package org.cartwright.quotes.books;

import java.util.List;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.health.BookCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the evidence of what was accepted still holds. */
@Component
class EvidenceCheck implements BookCheck {

  private static final String ACCEPTED =
      """
      select quote_id from quote_acceptance where tenant_id = ? and quote_id > ? order by quote_id limit ?
      """;

  private final JdbcClient jdbc;
  private final QuoteViewing quotes;

  EvidenceCheck(JdbcClient jdbc, QuoteViewing quotes) {
    this.jdbc = jdbc;
    this.quotes = quotes;
  }

  @Override
  public String documents() {
    return "accepted quotes";
  }

  @Override
  public List<String> identities() {
    return List.of("what was accepted has the hash it had, and is what the quote says");
  }

  @Override
  public List<Examined> after(String id, int most) {
    return jdbc
        .sql(ACCEPTED)
        .param(CurrentTenant.id())
        .param(id)
        .param(most)
        .query((row, n) -> row.getString(1))
        .list()
        .stream()
        .map(quote -> new Examined(quote, List.of(quotes.isProven(quote))))
        .toList();
  }
}
