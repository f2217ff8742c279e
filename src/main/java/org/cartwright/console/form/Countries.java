package org.cartwright.console.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Countries to choose from, by their ISO 3166 codes.
 *
 * @param language in which they are called by their names
 */
public record Countries(List<String> codes, Locale language) {

  public Countries {
    codes = List.copyOf(codes);
  }

  /** A country as it is chosen. */
  public record Country(String code, String name) {}

  /** All of them, in the order in which they were given. */
  public List<Country> all() {
    return codes.stream().map(this::named).toList();
  }

  /**
   * All of them by name, and the one that is chosen also where it is none of them: otherwise a
   * browser would take the first, and whoever sends the form would say so. Also for the templates.
   *
   * @param chosen empty for none
   */
  public List<Country> with(String chosen) {
    return Stream.concat(codes.stream(), Stream.of(chosen).filter(code -> !code.isEmpty()))
        .distinct()
        .map(this::named)
        .sorted(Comparator.comparing(Country::name))
        .toList();
  }

  private Country named(String code) {
    return new Country(code, Locale.of("", code).getDisplayCountry(language));
  }
}
