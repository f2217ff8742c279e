package org.cartwright.console.accesses;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What operations, pages and jobs do, in words of a language, by the names under which the record
 * has them.
 */
final class Deeds {

  private static final String TEXTS = "org.cartwright.console.accesses.deeds";
  private static final Control NO_OTHER_LANGUAGE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle texts;
  private final Locale language;

  private Deeds(ResourceBundle texts, Locale language) {
    this.texts = texts;
    this.language = language;
  }

  static Deeds in(Locale language) {
    return new Deeds(ResourceBundle.getBundle(TEXTS, language, NO_OTHER_LANGUAGE), language);
  }

  boolean knows(String action) {
    return texts.containsKey(action);
  }

  /** What is told of something; its name, if nothing is. Also for the template. */
  public String told(String action) {
    return knows(action) ? texts.getString(action) : action;
  }

  /**
   * The names of everything in whose words something typed is found; that itself, if it names one
   * or is in none.
   */
  Set<String> meant(String typed) {
    var sought = typed.toLowerCase(language);
    var found =
        texts.keySet().stream()
            .filter(name -> told(name).toLowerCase(language).contains(sought))
            .collect(Collectors.toUnmodifiableSet());
    return knows(typed) || found.isEmpty() ? Set.of(typed) : found;
  }
}
