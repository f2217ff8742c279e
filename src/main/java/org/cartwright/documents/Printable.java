package org.cartwright.documents;

import java.text.Normalizer;

/** What can be printed of a text, whatever was typed into it. */
final class Printable {

  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /**
   * The text, composed (NFC), with line breaks as {@code \n} and tabs as spaces; without control
   * characters and without the invisible ones that could make it read differently from what it
   * says; what is no character at all becomes U+FFFD.
   */
  static String of(String text) {
    var printable = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(character -> append(printable, character));
    return printable.toString();
  }

  private static void append(StringBuilder text, int character) {
    switch (character) {
      case '\t' -> text.append(' ');
      case '\n', 0x2028, 0x2029 -> text.append('\n');
      // No font here has the minus sign; an amount must not lose its sign over that.
      case 0x2212 -> text.append('-');
      default -> {
        switch (Character.getType(character)) {
          case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
              text.appendCodePoint(REPLACEMENT);
          case Character.CONTROL -> {}
          case Character.FORMAT -> {
            if (shapesLetters(character)) {
              text.appendCodePoint(character);
            }
          }
          default -> {
            if (!isVariationSelector(character)) {
              text.appendCodePoint(character);
            }
          }
        }
      }
    }
  }

  /** The joiner and non-joiner, which Persian words are spelled with. */
  private static boolean shapesLetters(int character) {
    return character == 0x200C || character == 0x200D;
  }

  private static boolean isVariationSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }
}
