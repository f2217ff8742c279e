package org.cartwright.documents.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * How much room the texts of one document have, so that no document takes unbounded time and
 * memory. A document of ordinary length has all its texts whole.
 */
public final class TextBudget {

  /** About a hundred pages. */
  public static final int MAX_CHARACTERS = 200_000;

  /**
   * What is longer without a place to break is broken: the time to set it grows with its square.
   */
  static final int LONGEST_WORD = 200;

  static final int LONGEST_PIECE = 2_000;

  private static final String CUT = " …";

  private final int longest;

  private TextBudget(int longest) {
    this.longest = longest;
  }

  /**
   * The room for these texts together. If they are too long the shorter ones stay whole, and the
   * others get equal shares of what is left.
   */
  public static <T> TextBudget among(Collection<T> texts, ToIntFunction<T> length) {
    int[] lengths = texts.stream().mapToInt(length).toArray();
    Arrays.sort(lengths);
    int left = MAX_CHARACTERS;
    for (int i = 0; i < lengths.length; i++) {
      int share = left / (lengths.length - i);
      if (lengths[i] > share) {
        return new TextBudget(share);
      }
      left -= lengths[i];
    }
    return new TextBudget(MAX_CHARACTERS);
  }

  /** The text within this room; one that is cut says so by an ellipsis at its end. */
  public String fit(String text) {
    return broken(text.length() <= longest ? text : cut(text));
  }

  /**
   * The text in pieces that end where a line may, of about {@value #LONGEST_PIECE} characters at
   * most: the library copies what is left of a piece for each line that it sets.
   */
  public static List<String> pieces(String text) {
    if (text.length() <= LONGEST_PIECE) {
      return List.of(text);
    }
    var places = BreakIterator.getLineInstance(Locale.ROOT);
    places.setText(text);
    var pieces = new ArrayList<String>();
    int from = 0;
    while (text.length() - from > LONGEST_PIECE) {
      int last = places.preceding(from + LONGEST_PIECE + 1);
      int to = last > from ? last : places.following(from + LONGEST_PIECE);
      pieces.add(text.substring(from, to));
      from = to;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private String cut(String text) {
    int end = Math.max(0, longest - CUT.length());
    boolean isWithinACharacter = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, isWithinACharacter ? end - 1 : end) + CUT;
  }

  private static String broken(String text) {
    if (text.length() <= LONGEST_WORD) {
      return text;
    }
    var places = BreakIterator.getLineInstance(Locale.ROOT);
    places.setText(text);
    var broken = new StringBuilder(text.length());
    int from = places.first();
    for (int to = places.next(); to != BreakIterator.DONE; from = to, to = places.next()) {
      while (to - from > LONGEST_WORD) {
        int end = from + LONGEST_WORD;
        end = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        broken.append(text, from, end).append('\n');
        from = end;
      }
      broken.append(text, from, to);
    }
    return broken.toString();
  }
}
