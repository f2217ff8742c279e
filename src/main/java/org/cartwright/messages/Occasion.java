package org.cartwright.messages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the house writes to somebody. Each occasion has its variables; the house's own words for it
 * are among the texts, in each of its languages.
 */
public enum Occasion {

  /**
   * A patient is offered a quote. {@code validUntil} is a whole sentence and may be empty, as may
   * {@code message}, the desk's own words. The default texts name neither the title nor the total:
   * messages are read over shoulders, and the page asks who is there first.
   */
  QUOTE_OFFERED("quote", "clinic patient title total validUntil message link"),

  /** Staff are told what the patient answered: {@code answer} is "accepted" or "declined". */
  QUOTE_ANSWERED("quote", "clinic patient title total answer message"),

  /** Staff are told that a quote could not be sent at its time; {@code reason} is a sentence. */
  QUOTE_NOT_SENT("quote", "clinic patient title total reason"),

  /** A customer is told that their order was placed. */
  ORDER_PLACED("order", "clinic customer number total"),

  /** A customer is told that their order was accepted and its goods are made ready. */
  ORDER_APPROVED("order", "clinic customer number total"),

  /** A customer is told that the goods left; carrier and tracking number may be empty. */
  ORDER_SHIPPED("order", "clinic customer number total carrier trackingNumber"),

  /** A customer is told that the goods can be fetched; {@code outlet} is where, as it is called. */
  ORDER_READY_FOR_PICKUP("order", "clinic customer number total outlet"),

  /** A customer is told that their order was cancelled; {@code reason} is the shop's words. */
  ORDER_CANCELLED("order", "clinic customer number total reason"),

  /** A patient gets the receipt of a payment, which is attached to an e-mail. */
  RECEIPT("payment", "clinic patient amount date"),

  /** One of the staff is let in at the console: the link is good once, and not for long. */
  CONSOLE_SIGN_IN(null, "clinic name link", Duration.ofMinutes(15)),

  /**
   * Whoever looks after a webhook is told that an event was given up; {@code reason} is a sentence.
   */
  EVENT_GIVEN_UP(null, "clinic type event webhook reason");

  /** The variable that holds where the button leads. */
  public static final String LINK = "link";

  private final @Nullable String about;
  private final String variables;
  private final @Nullable Duration usefulFor;

  Occasion(@Nullable String about, String variables) {
    this(about, variables, null);
  }

  Occasion(@Nullable String about, String variables, @Nullable Duration usefulFor) {
    this.about = about;
    this.variables = variables;
    this.usefulFor = usefulFor;
  }

  /** The kind of thing a message is about, in a word; absent if it is nothing of a patient's. */
  public Optional<String> about() {
    return Optional.ofNullable(about);
  }

  /** For how long a message is of use once it is written; absent if it always is. */
  public Optional<Duration> usefulFor() {
    return Optional.ofNullable(usefulFor);
  }

  /** The names that may stand in braces in a text for this occasion. */
  public List<String> variables() {
    return List.of(variables.split(" ", -1));
  }

  /** Whether a message makes no sense without a link, so that no text may lack it. */
  public boolean needsLink() {
    return variables().contains(LINK);
  }
}
