package org.cartwright.messages.templates;

import org.cartwright.messages.Channel;
import org.cartwright.messages.MessageWording;
import org.cartwright.messages.Occasion;
import org.cartwright.platform.texts.Words;

/** How the house words its messages where the clinic has no template of its own. */
final class HouseWording {

  private HouseWording() {}

  static MessageWording of(Occasion occasion, Channel channel, Words words) {
    return switch (channel) {
      case EMAIL ->
          new MessageWording(said(occasion, "subject", words), said(occasion, "email", words));
      case SMS -> new MessageWording(null, said(occasion, "sms", words));
    };
  }

  /** What the button of an e-mail says, whoever worded the e-mail. */
  static String button(Occasion occasion, Words words) {
    return said(occasion, "button", words);
  }

  private static String said(Occasion occasion, String part, Words words) {
    return words.say("mail.%s.%s".formatted(occasion, part));
  }
}
