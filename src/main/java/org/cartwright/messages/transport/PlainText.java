package org.cartwright.messages.transport;

import java.nio.charset.StandardCharsets;

/** Text from elsewhere, made fit to be written to somebody. */
public final class PlainText {

  /** Stands for the link while an e-mail is put into HTML; no text contains it. */
  public static final String LINK_MARK = "\uFDD0";

  private PlainText() {}

  /** The lines of a text, ended by a line feed, without control characters. */
  public static String lines(String text) {
    return text.replaceAll("\\R", "\n")
        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
        .replace(LINK_MARK, "");
  }

  /** Whether every mail server knows all of its letters. */
  static boolean isAscii(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  /** A text on one line: nothing in it can end a header and begin another. */
  public static String oneLine(String text) {
    return lines(text).replaceAll("\\s+", " ").strip();
  }
}
