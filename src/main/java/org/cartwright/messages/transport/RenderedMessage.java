package org.cartwright.messages.transport;

import org.cartwright.messages.Attachment;
import org.cartwright.messages.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A message as it leaves: who gets it and what it says.
 *
 * @param id the same at every attempt
 * @param sender the clinic's name
 * @param subject of an e-mail
 * @param html of an e-mail, saying the same as the text
 * @param attachment what goes with an e-mail, if something does
 */
public record RenderedMessage(
    String id,
    Channel channel,
    String recipient,
    String sender,
    @Nullable String subject,
    String text,
    @Nullable String html,
    @Nullable String link,
    @Nullable Attachment attachment) {

  /** Names nobody: whatever prints it must not print what it says or to whom. */
  @Override
  public String toString() {
    return "RenderedMessage[%s by %s]".formatted(id, channel);
  }
}
