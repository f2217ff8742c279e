package org.cartwright.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Takes what is to leave the house. */
public interface Outbox {

  /**
   * Stores a message in the caller's transaction, worded by the clinic's template of this moment;
   * it leaves after that commits. What becomes of it is announced by {@link MessageDelivered} or
   * {@link MessageFailed}.
   *
   * @return its id, which comes back in those
   * @throws ChannelClosed if this installation does not send over the channel
   */
  String post(Message message);

  /**
   * Stops messages that have not left yet; they fail for the given reason, and the task that comes
   * for one finds nothing to take. One that is being handed over at this moment may still arrive.
   *
   * @param about what they are about
   * @param why in the words of {@link MessageFailed#reason()}
   */
  void recall(Occasion occasion, String about, String why);

  /** What can become of a message. */
  enum State {
    /** It is to be sent, at once or again. */
    WAITING,
    /** It was handed over. */
    DELIVERED,
    /** It was given up, or nobody knows whether it arrived. */
    FAILED
  }

  /**
   * What became of the last message about something.
   *
   * @param at when it did, or since when it waits
   */
  record Fate(State state, Instant at) {}

  /**
   * What became of the last messages of an occasion, with one statement.
   *
   * @param about what they are about
   * @return by what they are about; nothing for what nobody was written about
   */
  Map<String, Fate> fates(Occasion occasion, List<String> about);

  /**
   * Whether this installation sends over a channel at all: it is configured, or caught by the
   * inbox.
   */
  boolean reaches(Channel channel);
}
