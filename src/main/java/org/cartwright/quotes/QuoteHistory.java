package org.cartwright.quotes;

import org.cartwright.messages.MessageDelivered;
import org.cartwright.messages.MessageFailed;
import org.cartwright.messages.Occasion;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what happened to a quote, and hears what became of the messages that lead to it. */
@Service
class QuoteHistory {

  private final QuoteEvents events;
  private final QuoteRepository quotes;

  QuoteHistory(QuoteEvents events, QuoteRepository quotes) {
    this.events = events;
    this.quotes = quotes;
  }

  /**
   * What happened to a quote.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  QuoteTimeline of(String quoteId) {
    if (!Ids.isPossible(quoteId) || quotes.cartOf(quoteId).isEmpty()) {
      throw Missing.a("Quote");
    }
    return new QuoteTimeline(quoteId, events.of(quoteId));
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MessageDelivered delivered) {
    if (leadsToAQuote(delivered.occasion(), delivered.about())) {
      events.note(
          delivered.about(),
          QuoteTimeline.Type.DELIVERED,
          QuoteTimeline.Actor.SERVICE,
          word(delivered.channel()),
          delivered.at());
    }
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MessageFailed failed) {
    if (leadsToAQuote(failed.occasion(), failed.about())) {
      events.note(
          failed.about(),
          QuoteTimeline.Type.FAILED,
          QuoteTimeline.Actor.SERVICE,
          word(failed.channel()) + ": " + failed.reason(),
          failed.at());
    }
  }

  private boolean leadsToAQuote(Occasion occasion, String about) {
    return occasion == Occasion.QUOTE_OFFERED && quotes.cartOf(about).isPresent();
  }

  private static String word(org.cartwright.messages.Channel channel) {
    return channel.name().toLowerCase(java.util.Locale.ROOT);
  }
}
