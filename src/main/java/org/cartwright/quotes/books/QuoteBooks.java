package org.cartwright.quotes.books;

import org.cartwright.lines.stored.LineBooks;
import org.cartwright.tenancy.health.BookCheck;
import org.cartwright.tenancy.health.RowCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of quotes, and of the evidence of their acceptance. */
@Configuration(proxyBeanMethods = false)
class QuoteBooks {

  @Bean
  BookCheck quotesAddUp(JdbcClient jdbc) {
    return new RowCheck(
        jdbc, "quotes", LineBooks.IDENTITIES, LineBooks.of("quote", "quote_line", "quote_id"));
  }
}
