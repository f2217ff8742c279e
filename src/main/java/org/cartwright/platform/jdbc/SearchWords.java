package org.cartwright.platform.jdbc;

import java.util.Arrays;
import java.util.Locale;

/** What somebody types to find something, as conditions of a statement. */
public final class SearchWords {

  private SearchWords() {}

  /**
   * A pattern for each word, for {@code lower(…) like all (?)}: all words have to be there, in any
   * order and case.
   */
  public static String[] patterns(String search) {
    return Arrays.stream(search.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .map(word -> "%" + word.replaceAll("([%_\\\\])", "\\\\$1") + "%")
        .toArray(String[]::new);
  }
}
