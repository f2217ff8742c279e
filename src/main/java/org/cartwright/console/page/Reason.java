package org.cartwright.console.page;

import java.util.List;
import java.util.Locale;

/**
 * Why a service did not do something, by what names it.
 *
 * @param code under which it stands among the texts; empty for nothing
 * @param values what its sentence names
 */
public record Reason(String code, List<Object> values) {

  /** Nothing was refused, or nothing names what was. */
  public static final Reason NONE = new Reason("", List.of());

  public Reason {
    values = List.copyOf(values);
  }

  /**
   * What names a sentence that says what is wrong with a request: the sentence itself, with nothing
   * in it but small letters, figures and dashes.
   */
  public static Reason saying(String sentence) {
    var word = sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return new Reason("invalid." + word.replaceAll("^-|-$", ""), List.of());
  }
}
