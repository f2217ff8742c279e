package org.cartwright.messages;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errands.Errands;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is to leave the house. */
@Service
public class Outbox {

  private final Carriers carriers;
  private final Templates templates;
  private final OutgoingMessageRepository messages;
  private final ApplicationEventPublisher announcements;
  private final EntityManager entities;
  private final Errands errands;
  private final Clock clock;

  Outbox(
      Carriers carriers,
      Templates templates,
      OutgoingMessageRepository messages,
      ApplicationEventPublisher announcements,
      EntityManager entities,
      Errands errands,
      Clock clock) {
    this.carriers = carriers;
    this.templates = templates;
    this.messages = messages;
    this.announcements = announcements;
    this.entities = entities;
    this.errands = errands;
    this.clock = clock;
  }

  /**
   * Stores a message in the caller's transaction, worded by the clinic's template of this moment;
   * it leaves after that commits. What becomes of it is announced by {@link MessageDelivered} or
   * {@link MessageFailed}.
   *
   * @return its id, which comes back in those
   * @throws ChannelClosed if this installation does not send over the channel
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String post(Message message) {
    if (!reaches(message.channel())) {
      throw new ChannelClosed(message.channel());
    }
    var now = clock.instant();
    var letter = templates.word(Ids.next("msg"), message);
    entities.persist(new OutgoingMessage(letter, message.occasion(), message.about(), now));
    errands.schedule(MessageErrand.of(letter.id()), now);
    return letter.id();
  }

  /**
   * Stops messages that have not left yet; they fail for the given reason, and the errand that
   * comes for one finds nothing to take. One that is being handed over at this moment may still
   * arrive.
   *
   * @param about what they are about
   * @param why in the words of {@link MessageFailed#reason()}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recall(Occasion occasion, String about, String why) {
    var now = clock.instant();
    for (var message : messages.lockWaiting(occasion, about)) {
      announcements.publishEvent(message.fail(why, now));
    }
  }

  /**
   * Whether this installation sends over a channel at all: it is configured, or caught by the
   * inbox.
   */
  public boolean reaches(Channel channel) {
    return carriers.over(channel).isPresent();
  }
}
