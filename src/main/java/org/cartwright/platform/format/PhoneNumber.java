package org.cartwright.platform.format;

import org.jspecify.annotations.Nullable;

/** A phone number as people write it: in digits of any script, with whatever between them. */
public final class PhoneNumber {

  private PhoneNumber() {}

  /** What one dials of it, as 0 to 9; empty for nothing. Searches do the same in SQL. */
  public static String dialled(@Nullable String written) {
    return written == null ? "" : inPlainDigits(written).replaceAll("[^0-9]", "");
  }

  /** The same text with its digits as 0 to 9. */
  public static String inPlainDigits(String written) {
    var plain = new StringBuilder(written.length());
    written
        .codePoints()
        .forEach(
            sign -> {
              var digit = Character.digit(sign, 10);
              plain.appendCodePoint(digit < 0 ? sign : '0' + digit);
            });
    return plain.toString();
  }
}
