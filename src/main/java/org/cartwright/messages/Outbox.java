package org.cartwright.messages;

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

  /**
   * Whether this installation sends over a channel at all: it is configured, or caught by the
   * inbox.
   */
  boolean reaches(Channel channel);
}
