package org.cartwright.platform.errors;

import org.springframework.http.HttpStatus;

/**
 * 409: the request is well formed, but the present state forbids it. The sentence says which state
 * and what to do.
 */
public class Conflict extends Refusal {

  public Conflict(String sentence) {
    super(HttpStatus.CONFLICT, sentence);
  }

  /** The id a client chose is already used by another object of this kind in the tenant. */
  public static Conflict idTaken(String kind) {
    var article = "aeiou".indexOf(kind.charAt(0)) < 0 ? "A " : "An ";
    return new Conflict(
        article + kind + " with this id already exists; leave the id out or choose another.");
  }
}
