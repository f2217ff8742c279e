package org.cartwright.platform.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How something is written for one person: the words of the house in a language that it speaks,
 * amounts and moments in the spelling of those who speak it where the clinic is.
 *
 * @param words in which language the words are
 * @param spelling how amounts and moments are spelled
 */
public record Tongue(Locale words, Locale spelling) {

  /** The languages that the house has words in. What it says in another one, it says in English. */
  public static final List<String> SPOKEN = List.of("en", "es");

  /** Where nothing is known of anybody. */
  public static final Tongue ENGLISH = new Tongue(Locale.ENGLISH, Locale.ENGLISH);

  /**
   * How to write for somebody at a clinic.
   *
   * @param own the language they are written to (BCP 47), if that is known; one that the house does
   *     not speak counts as none
   * @param clinic the clinic's locale
   */
  public static Tongue of(@Nullable String own, Locale clinic) {
    var known = own == null ? "" : Locale.forLanguageTag(own).getLanguage();
    if (SPOKEN.contains(known)) {
      return new Tongue(Locale.of(known), at(clinic, known));
    }
    return SPOKEN.contains(clinic.getLanguage())
        ? new Tongue(Locale.of(clinic.getLanguage()), clinic)
        : new Tongue(Locale.ENGLISH, clinic);
  }

  /** The first of the languages that somebody's browser asks for and the house speaks. */
  public static Tongue wished(Stream<Locale> languages) {
    return languages
        .map(Locale::getLanguage)
        .filter(SPOKEN::contains)
        .findFirst()
        .map(language -> new Tongue(Locale.of(language), Locale.of(language)))
        .orElse(ENGLISH);
  }

  /** A clinic's own locale if that is in this language; else this language as spoken there. */
  public static Locale at(Locale clinic, String language) {
    return clinic.getLanguage().equals(language)
        ? clinic
        : Locale.of(language, clinic.getCountry());
  }
}
