package org.cartwright.platform.errors;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing wrong with a request.
 *
 * @param loc where: {@code body}, {@code query} or {@code path}, then field names and list
 *     positions (from 0)
 * @param msg what is wrong, in a sentence; never the value itself
 * @param type a stable name of the rule, in the wording pydantic uses
 * @param said the same, with what it names left open
 */
public record Violation(List<Object> loc, String msg, String type, Sentence said) {

  public Violation {
    loc = List.copyOf(loc);
  }

  /** One whose sentence names nothing. */
  public Violation(List<Object> loc, String msg, String type) {
    this(loc, msg, type, Sentence.of(msg));
  }

  /** A rule of the house that has no name in pydantic. */
  public static Violation of(List<Object> loc, String sentence) {
    return of(loc, Sentence.of(sentence));
  }

  private static Violation of(List<Object> loc, Sentence sentence) {
    return new Violation(loc, "Value error, " + sentence.text(), "value_error", sentence);
  }

  /**
   * As {@link #of(List, String)}, somewhere in the body: {@code inBody("…", "items", 0, "itemId")}.
   */
  public static Violation inBody(String sentence, Object... path) {
    return inBody(Sentence.of(sentence), path);
  }

  /** As {@link #inBody(String, Object...)}, of a sentence that names something. */
  public static Violation inBody(Sentence sentence, Object... path) {
    var loc = new ArrayList<Object>(List.of("body"));
    loc.addAll(List.of(path));
    return of(loc, sentence);
  }
}
