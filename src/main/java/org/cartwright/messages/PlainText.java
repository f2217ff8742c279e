package org.cartwright.messages;

/** Text from elsewhere, made fit to be written to somebody. */
final class PlainText {

  /** Stands for the link while an e-mail is put into HTML; no text contains it. */
  static final String LINK_MARK = "\uFDD0";

  private PlainText() {}

  /** The lines of a text, ended by a line feed, without control characters. */
  static String lines(String text) {
    return text.replaceAll("\\R", "\n")
        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
        .replace(LINK_MARK, "");
  }

  /** A text on one line: nothing in it can end a header and begin another. */
  static String oneLine(String text) {
    return lines(text).replaceAll("\\s+", " ").strip();
  }
}
