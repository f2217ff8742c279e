package org.cartwright.messages;

import java.util.List;

/** Why the house writes to somebody. Each occasion has its variables and its default texts. */
public enum Occasion {

  /**
   * A patient is offered a quote. {@code validUntil} is a whole sentence and may be empty, as may
   * {@code message}, the desk's own words. The default texts name neither the title nor the total:
   * messages are read over shoulders, and the page asks who is there first.
   */
  QUOTE_OFFERED(
      "clinic patient title total validUntil message link",
      "View your quote",
      "Your quote from {clinic}",
      """
          Hello {patient},

          {clinic} has prepared a quote for you.

          {message}

          {link}

          {validUntil}

          {clinic}""",
      "{clinic}: {patient}, your quote is ready: {link}\n{message}"),

  /** Staff are told what the patient answered: {@code answer} is "accepted" or "declined". */
  QUOTE_ANSWERED(
      "clinic patient title total answer message",
      "Open the quote",
      "A quote was {answer}",
      """
          {patient} has {answer} a quote.

          {title}
          Total: {total}

          {message}""",
      "{clinic}: {patient} has {answer} a quote over {total}."),

  /** Staff are told that a quote could not be sent at its time; {@code reason} is a sentence. */
  QUOTE_NOT_SENT(
      "clinic patient title total reason",
      "Open the quote",
      "A quote was not sent",
      """
          A quote for {patient} was to be sent by now, and was not.

          {reason}

          {title}
          Total: {total}""",
      "{clinic}: a quote for {patient} was not sent. {reason}"),

  /** A customer is told that their order was placed. */
  ORDER_PLACED(
      "clinic customer number total",
      "View your order",
      "Your order {number} at {clinic}",
      """
          Hello {customer},

          thank you for your order {number} over {total}.

          {clinic}""",
      "{clinic}: thank you for your order {number} over {total}."),

  /** A customer is told that their order was accepted and its goods are made ready. */
  ORDER_APPROVED(
      "clinic customer number total",
      "View your order",
      "Your order {number} is being prepared",
      """
          Hello {customer},

          we have confirmed your order {number} over {total} and are preparing it.

          {clinic}""",
      "{clinic}: your order {number} is confirmed and being prepared."),

  /** A customer is told that the goods left; carrier and tracking number may be empty. */
  ORDER_SHIPPED(
      "clinic customer number total carrier trackingNumber",
      "View your order",
      "Your order {number} is on its way",
      """
          Hello {customer},

          your order {number} is on its way to you.

          {carrier}
          {trackingNumber}

          {clinic}""",
      "{clinic}: your order {number} is on its way.\n{carrier}\n{trackingNumber}"),

  /** A customer is told that the goods can be fetched; {@code outlet} is where, as it is called. */
  ORDER_READY_FOR_PICKUP(
      "clinic customer number total outlet",
      "View your order",
      "Your order {number} can be picked up",
      """
          Hello {customer},

          your order {number} over {total} is ready for you to pick up.

          {outlet}

          {clinic}""",
      "{clinic}: your order {number} is ready for you to pick up.\n{outlet}"),

  /** A customer is told that their order was cancelled; {@code reason} is the shop's words. */
  ORDER_CANCELLED(
      "clinic customer number total reason",
      "View your order",
      "Your order {number} was cancelled",
      """
          Hello {customer},

          your order {number} over {total} was cancelled.

          {reason}

          {clinic}""",
      "{clinic}: your order {number} was cancelled. {reason}"),

  /** A patient gets the receipt of a payment, which is attached to an e-mail. */
  RECEIPT(
      "clinic patient amount date",
      "View your receipt",
      "Your receipt from {clinic}",
      """
          Hello {patient},

          thank you for your payment on {date}. The receipt is attached.

          {clinic}""",
      "{clinic}: thank you for your payment of {amount} on {date}."),

  /** One of the staff is let in at the console: the link is good once, and not for long. */
  CONSOLE_SIGN_IN(
      "clinic name link",
      "Sign in",
      "Sign in to {clinic}",
      """
          Hello {name},

          with this link you sign in to {clinic}. It works once, and for 15 minutes.

          {link}

          If you did not ask for it, do nothing: without it nobody gets in.""",
      "{clinic}: sign in with this link, which works once and for 15 minutes: {link}"),

  /**
   * Whoever looks after a webhook is told that an event was given up; {@code reason} is a sentence.
   */
  EVENT_GIVEN_UP(
      "clinic type event webhook reason",
      "Open",
      "An event did not reach your webhook",
      """
          An event of {clinic} could not be delivered to the webhook {webhook}.

          {type} {event}
          {reason}

          It is not tried any more, but can be sent again. There may be more of them: the webhook's deliveries tell.""",
      "{clinic}: event {event} did not reach the webhook {webhook}. {reason}");

  /** The variable that holds where the button leads. */
  public static final String LINK = "link";

  private final String variables;
  private final String buttonLabel;
  private final String emailSubject;
  private final String emailText;
  private final String smsText;

  Occasion(
      String variables, String buttonLabel, String emailSubject, String emailText, String smsText) {
    this.variables = variables;
    this.buttonLabel = buttonLabel;
    this.emailSubject = emailSubject;
    this.emailText = emailText;
    this.smsText = smsText;
  }

  /** The names that may stand in braces in a text for this occasion. */
  public List<String> variables() {
    return List.of(variables.split(" ", -1));
  }

  /** Whether a message makes no sense without a link, so that no text may lack it. */
  public boolean needsLink() {
    return variables().contains(LINK);
  }

  public String buttonLabel() {
    return buttonLabel;
  }

  /** How the house words it where the clinic has no template of its own. */
  public MessageWording defaultWording(Channel channel) {
    return switch (channel) {
      case EMAIL -> new MessageWording(emailSubject, emailText);
      case SMS -> new MessageWording(null, smsText);
    };
  }
}
