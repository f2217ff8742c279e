package org.cartwright.documents.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Arabic letters as they are written. A letter has up to four shapes, depending on whether it is
 * joined to the one before and to the one after it, and lam with alef is one shape. A text holds
 * letters, a printed page needs shapes.
 *
 * <p>Unicode has the shapes of the Arabic, Persian and Urdu alphabets as characters of their own,
 * the presentation forms, and the names and decompositions of these say which is what: the table
 * here is read from them. A letter without presentation forms stays as it is, unjoined.
 */
final class ArabicShaping {

  private static final int ISOLATED = 0;
  private static final int FINAL = 1;
  private static final int INITIAL = 2;
  private static final int MEDIAL = 3;

  /** How the names of presentation forms end, at the place of the shape they are. */
  private static final List<String> SUFFIXES =
      List.of("ISOLATED FORM", "FINAL FORM", "INITIAL FORM", "MEDIAL FORM");

  private static final char LAM = 'ل';
  private static final char ELONGATION = 'ـ';
  private static final char JOINER = '\u200D';

  /** The shapes of each letter, and of lam with each alef; 0 where there is none. */
  private static final Map<String, int[]> SHAPES = shapes();

  private ArabicShaping() {}

  /** The text with every letter in its shape; all else in it stays as it is. */
  static String joined(String text) {
    if (text.chars().noneMatch(ArabicShaping::isArabic)) {
      return text;
    }
    var joined = new StringBuilder(text.length());
    boolean reached = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (isMark(letter)) {
        joined.append(letter);
        continue;
      }
      String written = withAlef(text, i);
      int[] shapes = SHAPES.get(written);
      if (shapes == null) {
        joined.append(letter);
        reached = reachesOut(letter);
        continue;
      }
      i += written.length() - 1;
      boolean before = reached && shapes[FINAL] != 0;
      boolean after = shapes[INITIAL] != 0 && takesUp(nextLetter(text, i + 1));
      joined.append((char) shapes[shape(before, after)]);
      reached = shapes[INITIAL] != 0;
    }
    return joined.toString();
  }

  private static boolean isArabic(int character) {
    return character >= 0x0600 && character <= 0x06FF;
  }

  /** Signs above and below a letter are not in its way to the next. */
  private static boolean isMark(int character) {
    return Character.getType(character) == Character.NON_SPACING_MARK;
  }

  /** The letter at this place, together with the alef after it if it is a lam. */
  private static String withAlef(String text, int at) {
    if (text.charAt(at) == LAM && at + 1 < text.length()) {
      String both = text.substring(at, at + 2);
      if (SHAPES.containsKey(both)) {
        return both;
      }
    }
    return text.substring(at, at + 1);
  }

  private static char nextLetter(String text, int from) {
    int i = from;
    while (i < text.length() && isMark(text.charAt(i))) {
      i++;
    }
    return i < text.length() ? text.charAt(i) : ' ';
  }

  /** Whether a character without shapes joins its neighbours nevertheless. */
  private static boolean reachesOut(char character) {
    return character == ELONGATION || character == JOINER;
  }

  private static boolean takesUp(char letter) {
    int[] shapes = SHAPES.get(String.valueOf(letter));
    return shapes == null ? reachesOut(letter) : shapes[FINAL] != 0;
  }

  private static int shape(boolean before, boolean after) {
    if (before) {
      return after ? MEDIAL : FINAL;
    }
    return after ? INITIAL : ISOLATED;
  }

  private static Map<String, int[]> shapes() {
    Map<String, int[]> shapes = new HashMap<>();
    IntStream.concat(IntStream.rangeClosed(0xFB50, 0xFBFF), IntStream.rangeClosed(0xFE80, 0xFEFC))
        .filter(Character::isDefined)
        .forEach(
            form -> {
              int shape = SUFFIXES.indexOf(lastWords(Character.getName(form)));
              if (shape >= 0) {
                shapes.computeIfAbsent(letters(form), key -> new int[4])[shape] = form;
              }
            });
    return shapes;
  }

  /** What is left of “ARABIC LETTER BEH INITIAL FORM” is “INITIAL FORM”. */
  private static String lastWords(String name) {
    return name.substring(name.lastIndexOf(' ', name.lastIndexOf(' ') - 1) + 1);
  }

  private static String letters(int form) {
    return Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
  }
}
