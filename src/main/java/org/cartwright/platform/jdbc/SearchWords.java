package org.cartwright.platform.jdbc;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * What somebody types to find something, as conditions of a statement. How letters are written, in
 * upper or lower case, with an accent of their own or one behind them, makes no difference; the
 * database compares what it calls searchable.
 */
public final class SearchWords {

  private SearchWords() {}

  /** A pattern for each word, for {@link #areIn}. */
  public static String[] patterns(String search) {
    return Arrays.stream(plain(search).strip().split("\\s+"))
        .map(SearchWords::containing)
        .toArray(String[]::new);
  }

  /**
   * That all words are in what the columns say, in any order: a condition that asks for the
   * patterns as {@code :patterns}.
   */
  public static String areIn(String... columns) {
    var texts = Arrays.stream(columns).map("searchable(%s)"::formatted).toList();
    return "concat_ws(' ', %s) like all (array(select searchable(word) from unnest(:patterns) word))"
        .formatted(String.join(", ", texts));
  }

  /**
   * A pattern of LIKE for whatever a text occurs in, each of whose characters stands for itself,
   * for {@link #isIn}.
   */
  public static String containing(String text) {
    return "%" + plain(text).replaceAll("([%_\\\\])", "\\\\$1") + "%";
  }

  /** That a pattern, which is asked for, is met by what an expression says. */
  public static String isIn(String expression) {
    return "searchable(%s) like (select searchable(?))".formatted(expression);
  }

  /** As it is compared, but for the case: what looks like a wildcard then is one now. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
