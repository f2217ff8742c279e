package org.cartwright.platform.texts;

import java.util.List;
import java.util.Locale;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.errors.Sentence;

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

  /** What names a refusal, if anything does. */
  public static Reason of(Refusal refused) {
    return new Reason(refused.code(), refused.values());
  }

  /**
   * What names a sentence that says what is wrong with a request: the sentence itself without what
   * it names, with nothing in it but small letters, figures and dashes.
   */
  public static Reason saying(Sentence sentence) {
    var words = sentence.pattern().replace("%s", "").toLowerCase(Locale.ROOT);
    var code = words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return new Reason("invalid." + code, sentence.values());
  }
}
