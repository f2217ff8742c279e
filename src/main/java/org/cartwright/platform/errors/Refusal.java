package org.cartwright.platform.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Something the house will not do, said in a sentence for the person asking. Each module names its
 * own refusals by extending this; the message names states and ids and never repeats what the
 * client sent, which may be patient data.
 */
public abstract class Refusal extends RuntimeException {

  private final HttpStatus status;
  private final @Nullable Duration retryAfter;

  protected Refusal(HttpStatus status, String sentence) {
    this(status, sentence, null);
  }

  /**
   * A refusal that may be over soon.
   *
   * @param retryAfter after how long it is worth asking again, in whole seconds
   */
  protected Refusal(HttpStatus status, String sentence, @Nullable Duration retryAfter) {
    super(sentence);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The HTTP status this refusal is answered with. */
  public HttpStatus status() {
    return status;
  }

  /** After how long it is worth asking again, if that is known. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** What is answered: the sentence, and whatever else a kind of refusal has to tell. */
  public Object body() {
    return new ErrorBody(sentence());
  }

  /** The sentence for the person asking. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
