package org.cartwright.messages;

import java.util.regex.Pattern;

/**
 * A PDF that goes with an e-mail.
 *
 * @param name what the file is called, 1 to 100 letters of ASCII, digits, dots, dashes and
 *     underscores
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record Attachment(String name, byte[] pdf) {

  /** So much does every mail server take. */
  public static final int LARGEST = 10_000_000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /**
   * @throws IllegalArgumentException if the caller made a mistake: no such name, nothing in it, or
   *     more than {@value #LARGEST} bytes
   */
  public Attachment {
    if (!NAME.matcher(name).matches() || pdf.length == 0 || pdf.length > LARGEST) {
      throw new IllegalArgumentException("no file that can go with an e-mail");
    }
  }

  /** Tells nothing of what it says. */
  @Override
  public String toString() {
    return "Attachment[%d bytes]".formatted(pdf.length);
  }
}
