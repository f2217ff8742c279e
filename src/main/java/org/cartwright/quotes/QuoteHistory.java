package org.cartwright.quotes;

import java.util.List;
import java.util.Locale;
import org.cartwright.messages.Channel;
import org.cartwright.messages.MessageDelivered;
import org.cartwright.messages.MessageFailed;
import org.cartwright.messages.Occasion;
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
  private final LockedQuotes locked;

  QuoteHistory(QuoteEvents events, QuoteRepository quotes, LockedQuotes locked) {
    this.events = events;
    this.quotes = quotes;
    this.locked = locked;
  }

  /**
   * What happened to a quote.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  QuoteTimeline of(String quoteId) {
    var quote = locked.read(quoteId);
    return new QuoteTimeline(
        quoteId,
        events.of(quoteId),
        quote.answer().map(QuoteTimeline.PatientsAnswer::of).orElse(null));
  }

  /**
   * The lines of a quote with their ids.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  List<QuoteLine> lines(String quoteId) {
    return locked.read(quoteId).items().lines().stream().map(QuoteLine::of).toList();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MessageDelivered delivered) {
    if (delivered.occasion() == Occasion.QUOTE_OFFERED
        && quotes.cartOf(delivered.about()).isPresent()) {
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
    if (quotes.cartOf(failed.about()).isPresent()) {
      events.note(
          failed.about(),
          QuoteTimeline.Type.FAILED,
          QuoteTimeline.Actor.SERVICE,
          words(failed),
          failed.at());
    }
  }

  private static String words(MessageFailed failed) {
    var whose = failed.occasion() != Occasion.QUOTE_OFFERED ? " to the quote's creator" : "";
    return word(failed.channel()) + whose + ": " + failed.reason();
  }

  private static String word(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
