package org.cartwright.quotes.timeline;

import java.util.Locale;
import org.cartwright.messages.Channel;
import org.cartwright.messages.MessageDelivered;
import org.cartwright.messages.MessageFailed;
import org.cartwright.messages.Occasion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears what became of the messages about quotes, and writes it down with what happened to them.
 */
@Component
class MessageOutcomeListener {

  private final QuoteTimelineLog events;

  MessageOutcomeListener(QuoteTimelineLog events) {
    this.events = events;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MessageDelivered delivered) {
    if (delivered.occasion() == Occasion.QUOTE_OFFERED && events.knows(delivered.about())) {
      events.note(
          delivered.about(),
          QuoteTimeline.Type.DELIVERED,
          QuoteTimeline.Actor.SERVICE,
          word(delivered.channel()),
          delivered.moment());
    }
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MessageFailed failed) {
    if (events.knows(failed.about())) {
      events.note(
          failed.about(),
          QuoteTimeline.Type.FAILED,
          QuoteTimeline.Actor.SERVICE,
          words(failed),
          failed.moment());
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
