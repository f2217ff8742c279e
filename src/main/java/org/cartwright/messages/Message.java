package org.cartwright.messages;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person about one thing.
 *
 * @param recipient an e-mail address or a phone number, as it is known; whether it can be sent to
 *     shows when it is tried
 * @param variables values for the {@link Occasion#variables() variables} of the occasion; what is
 *     left out is empty. {@code link} is not among them, it comes from {@code link}
 * @param link where the button leads, an absolute http or https URL; {@link Occasion#QUOTE_OFFERED}
 *     needs one
 * @param about what it is about, such as the quote's id; comes back in {@link MessageDelivered} and
 *     {@link MessageFailed}
 * @param attachment what goes with it, if it is an e-mail and something does
 * @param language in which whoever gets it is written to (BCP 47); if that is not known, it is the
 *     clinic's
 */
public record Message(
    Occasion occasion,
    Channel channel,
    String recipient,
    Map<String, String> variables,
    @Nullable String link,
    String about,
    @Nullable Attachment attachment,
    @Nullable String language) {

  private static final int LONGEST_RECIPIENT = 320;
  private static final int LONGEST_ABOUT = 255;

  /**
   * @throws IllegalArgumentException if the caller made a mistake: a variable the occasion does not
   *     have, a link that is none or is missing, an empty or overlong recipient or about
   */
  public Message {
    variables = Map.copyOf(variables);
    for (var name : variables.keySet()) {
      if (!occasion.variables().contains(name)) {
        throw new IllegalArgumentException(occasion + " has no variable " + name);
      }
    }
    require(isWithin(recipient, LONGEST_RECIPIENT), "a recipient of 1 to 320 characters");
    require(isWithin(about, LONGEST_ABOUT), "about of 1 to 255 characters");
    require(link == null || PublicAddress.isLink(link), "an absolute http or https URL as link");
    require(link != null || !occasion.needsLink(), "a link");
    require(attachment == null || channel == Channel.EMAIL, "no attachment where it is no e-mail");
  }

  /** A message with nothing attached. */
  public Message(
      Occasion occasion,
      Channel channel,
      String recipient,
      Map<String, String> variables,
      @Nullable String link,
      String about) {
    this(occasion, channel, recipient, variables, link, about, null, null);
  }

  /** The same for somebody who is written to in a language, if that is known. */
  public Message in(@Nullable String theirs) {
    return new Message(occasion, channel, recipient, variables, link, about, attachment, theirs);
  }

  /** The same with something attached. */
  public Message with(Attachment itsAttachment) {
    return new Message(
        occasion, channel, recipient, variables, link, about, itsAttachment, language);
  }

  private static boolean isWithin(String text, int longest) {
    return !text.isBlank() && text.length() <= longest;
  }

  private static void require(boolean isThere, String what) {
    if (!isThere) {
      throw new IllegalArgumentException("A message needs " + what);
    }
  }

  /** Names nobody: whatever prints it must not print the recipient or the link. */
  @Override
  public String toString() {
    return "Message[%s by %s about %s]".formatted(occasion, channel, about);
  }
}
