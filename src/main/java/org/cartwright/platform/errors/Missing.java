package org.cartwright.platform.errors;

import org.springframework.http.HttpStatus;

/** 404: there is no such thing here. Another tenant's object is refused in exactly these words. */
public final class Missing extends Refusal {

  private Missing(String sentence) {
    super(HttpStatus.NOT_FOUND, sentence);
  }

  /** As in {@code Missing.a("Cart")}: "Cart not found". */
  public static Missing a(String kind) {
    return new Missing(kind + " not found");
  }
}
