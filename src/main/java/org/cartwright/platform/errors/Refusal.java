package org.cartwright.platform.errors;

import java.time.Duration;
import java.util.List;
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
  private final String code;
  private final transient List<Object> values;

  protected Refusal(HttpStatus status, String sentence) {
    this(status, sentence, (Duration) null);
  }

  /**
   * A refusal that can be told in other words, and other languages, by what names it.
   *
   * @param code its module and what is refused, as in {@code cart.held}
   * @param values what the sentence names
   */
  protected Refusal(HttpStatus status, String sentence, String code, List<Object> values) {
    super(sentence);
    this.status = status;
    this.retryAfter = null;
    this.code = code;
    this.values = List.copyOf(values);
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
    this.code = "";
    this.values = List.of();
  }

  /** The HTTP status this refusal is answered with. */
  public HttpStatus status() {
    return status;
  }

  /** After how long it is worth asking again, if that is known. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** What names it, so that it can be told in other words; empty if nothing does. */
  public String code() {
    return code;
  }

  /** What its sentence names. */
  public List<Object> values() {
    return values;
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
