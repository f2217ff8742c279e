package org.cartwright.platform.errors;

import java.util.List;
import java.util.Locale;

/**
 * What there is to say, with what it names left open, so that it can be said in other words, too.
 *
 * @param pattern in English, with {@code %s} for each value
 * @param values what it names
 */
public record Sentence(String pattern, List<Object> values) {

  public Sentence {
    values = List.copyOf(values);
  }

  /** One that names something. */
  public static Sentence of(String pattern, Object... values) {
    return new Sentence(pattern, List.of(values));
  }

  /** As it is said in English; one that names nothing is its pattern, whatever stands in it. */
  public String text() {
    return values.isEmpty() ? pattern : String.format(Locale.ROOT, pattern, values.toArray());
  }
}
