package org.cartwright.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.cartwright.platform.format.Tongue;

/** The languages of the console: the first of a browser's that it speaks, else English. */
public final class ConsoleLanguage {

  private ConsoleLanguage() {}

  /** That of whoever asks. */
  public static Locale of(HttpServletRequest request) {
    return Tongue.wished(Collections.list(request.getLocales()).stream()).words();
  }

  /** A clinic's own locale if that is in this language; else this language as spoken there. */
  static Locale at(Locale clinic, Locale language) {
    return Tongue.at(clinic, language.getLanguage());
  }
}
