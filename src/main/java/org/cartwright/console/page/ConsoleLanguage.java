package org.cartwright.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages of the console: the first of a browser's that it speaks, else English. */
final class ConsoleLanguage {

  private static final List<String> SPOKEN = List.of("en", "es");

  private ConsoleLanguage() {}

  static Locale of(HttpServletRequest request) {
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(SPOKEN::contains)
        .findFirst()
        .map(Locale::of)
        .orElse(Locale.ENGLISH);
  }

  /** A clinic's own locale if that is in this language; else this language as spoken there. */
  static Locale at(Locale clinic, Locale language) {
    return clinic.getLanguage().equals(language.getLanguage())
        ? clinic
        : Locale.of(language.getLanguage(), clinic.getCountry());
  }
}
