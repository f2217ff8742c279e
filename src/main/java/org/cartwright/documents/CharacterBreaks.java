package org.cartwright.documents;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a word may be broken that does not fit on a line: after each character as a reader sees it,
 * accents and all. Looks no further than it is asked, whereas {@link java.text.BreakIterator} first
 * goes through the whole text; the library sets all that is left of a text anew for every line.
 */
final class CharacterBreaks implements FSTextBreaker {

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private final Matcher characters = CHARACTER.matcher("");

  @Override
  public void setText(String text) {
    characters.reset(text);
  }

  /** The end of the next character, or -1 after the last. */
  @Override
  public int next() {
    return characters.find() ? characters.end() : -1;
  }
}
