package org.cartwright.documents.text;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** What can be printed of a text, whatever was typed into it. */
public final class PrintableText {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int MINUS = 0x2212;
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private static final Set<Character.UnicodeScript> SCRIPTS =
      EnumSet.of(
          Character.UnicodeScript.COMMON,
          Character.UnicodeScript.INHERITED,
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.ARMENIAN,
          Character.UnicodeScript.GEORGIAN,
          Character.UnicodeScript.HEBREW,
          Character.UnicodeScript.ARABIC,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.HANGUL);

  private PrintableText() {}

  /**
   * The text, composed (NFC), with line breaks as {@code \n} and tabs as spaces; without control
   * characters and without the invisible ones that could make it read differently from what it
   * says; what is no character at all becomes U+FFFD.
   */
  public static String of(String text) {
    var printable = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(PrintableText::isSeen)
        .map(PrintableText::inTheFonts)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** Whether there is a font for every letter and figure of the text. */
  public static boolean isInTheFonts(String text) {
    return text.codePoints().mapToObj(Character.UnicodeScript::of).allMatch(SCRIPTS::contains);
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\n' || character == '\t';
      // The joiners shape letters: Persian words are spelled with them.
      case Character.FORMAT -> character == JOINER || character == NON_JOINER;
      default -> !isVariationSelector(character);
    };
  }

  private static int inTheFonts(int character) {
    return switch (character) {
      case '\t' -> ' ';
      case LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> '\n';
      // None of the fonts has it, and an amount must not lose its sign over that.
      case MINUS -> '-';
      default ->
          switch (Character.getType(character)) {
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> REPLACEMENT;
            default -> character;
          };
    };
  }

  private static boolean isVariationSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }
}
