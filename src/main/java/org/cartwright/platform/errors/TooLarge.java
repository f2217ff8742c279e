package org.cartwright.platform.errors;

import org.springframework.http.HttpStatus;

/** 413: the body is larger than anything the house reads. */
public final class TooLarge extends Refusal {

  public TooLarge() {
    super(HttpStatus.CONTENT_TOO_LARGE, "The request body is larger than 1 MiB.");
  }
}
