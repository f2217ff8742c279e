package org.cartwright.quotes.web;

import org.cartwright.platform.web.tags.TaggedObject;
import org.cartwright.quotes.Quotes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Quotes are changed as they were seen, if the client says so. */
@Configuration(proxyBeanMethods = false)
class QuoteTags {

  @Bean
  TaggedObject taggedQuotes(Quotes quotes) {
    return new TaggedObject("/billing/quote/{quote_id}", quotes::held);
  }
}
