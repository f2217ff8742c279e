package org.cartwright.platform.errors;

import org.springframework.http.HttpStatus;

/**
 * Something the house will not do, said in a sentence for the person asking. Each module names its
 * own refusals by extending this; the message names states and ids and never repeats what the
 * client sent, which may be patient data.
 */
public abstract class Refusal extends RuntimeException {

  private final HttpStatus status;

  protected Refusal(HttpStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** The HTTP status this refusal is answered with. */
  public HttpStatus status() {
    return status;
  }

  /** The sentence for the person asking. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
