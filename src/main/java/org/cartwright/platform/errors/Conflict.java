package org.cartwright.platform.errors;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * 409: the request is well formed, but the present state forbids it. The sentence says which state
 * and what to do.
 */
public class Conflict extends Refusal {

  public Conflict(String sentence) {
    super(HttpStatus.CONFLICT, sentence);
  }

  /**
   * One that can be told in other words, too.
   *
   * @param code as {@link Refusal#code} has it
   * @param values what the sentence names
   */
  public Conflict(String code, String sentence, Object... values) {
    super(HttpStatus.CONFLICT, sentence, code, List.of(values));
  }

  /** The id a client chose is already used by another object of this kind in the tenant. */
  public static Conflict idTaken(String kind) {
    var article = "aeiou".indexOf(kind.charAt(0)) < 0 ? "A " : "An ";
    return new Conflict(
        "id.taken",
        article + kind + " with this id already exists; leave the id out or choose another.");
  }
}
