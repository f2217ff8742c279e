package org.cartwright.webhooks.api;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an event counts as not delivered. It is kept and answered as an English sentence, which never
 * changes; in other words it is told by its name.
 */
public enum DeliveryFailure {
  NOTHING_SENT_THERE("Nothing is sent to its address."),
  NO_PUBLIC_ADDRESS("Its name leads to no public address."),
  NAME_UNKNOWN("Its name is not known."),
  NOT_CONNECTED("It cannot be connected to."),
  NOT_PROVEN("It could not prove who it is."),
  BROKEN("The connection to it broke."),
  LATE("It did not answer within ten seconds."),
  REDIRECTED("It answered %s; redirects are not followed."),
  ANSWERED("It answered %s."),
  DELETED("The webhook was deleted.");

  private final String pattern;

  DeliveryFailure(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The sentence.
   *
   * @param status what was answered, if anything was
   */
  public String sentence(@Nullable Integer status) {
    return pattern.formatted(status);
  }

  /** Which one a sentence is of, if it is of any. */
  public static Optional<DeliveryFailure> of(@Nullable String sentence, @Nullable Integer status) {
    return Arrays.stream(values()).filter(it -> it.sentence(status).equals(sentence)).findFirst();
  }
}
