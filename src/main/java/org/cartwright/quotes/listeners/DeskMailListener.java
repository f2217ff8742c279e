package org.cartwright.quotes.listeners;

import org.cartwright.quotes.QuoteEvent;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.quotes.delivery.QuoteMessages;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes to whoever made a quote what the patient answered, or that it could not be sent. */
@Component
class DeskMailListener {

  private final QuoteViewing quotes;
  private final QuoteMessages messages;

  DeskMailListener(QuoteViewing quotes, QuoteMessages messages) {
    this.quotes = quotes;
    this.messages = messages;
  }

  @EventListener
  @Order(2)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(QuoteEvent event) {
    switch (event.type()) {
      case ACCEPTED -> messages.tellWhoMadeIt(quotes.facts(event.quoteId()), true);
      case DECLINED -> messages.tellWhoMadeIt(quotes.facts(event.quoteId()), false);
      case NOT_SENT ->
          messages.tellThatItWasNotSent(
              quotes.facts(event.quoteId()), event.reason(), String.valueOf(event.detail()));
      case CREATED, CHANGED, SCHEDULED, SENT, VIEWED, WITHDRAWN, REPLACED, EXPIRED, CONVERTED -> {}
    }
  }
}
