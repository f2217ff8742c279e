package org.cartwright.pricing.taxes;

/**
 * Postal codes: one, as {@code 94107}, or all that begin alike, as {@code 94*}. Case and spaces do
 * not count, so {@code sw1a 1*} fits {@code SW1A1AA}.
 *
 * @param text as above, without spaces and in capitals
 */
public record PostalCodePattern(String text) {

  /**
   * @throws IllegalArgumentException if it is not {@linkplain #isPossible possible}
   */
  public PostalCodePattern {
    if (!isPossible(text)) {
      throw new IllegalArgumentException(
          "postal codes are one, or how they begin with a * at the end");
    }
    text = TaxArea.plain(text);
  }

  /** Whether there is something in it, and no star but at the end. */
  public static boolean isPossible(String text) {
    var plain = TaxArea.plain(text);
    var star = plain.indexOf('*');
    return !plain.isEmpty() && (star < 0 || star == plain.length() - 1);
  }

  /** Whether a postal code, without spaces and in capitals, is one of these. */
  boolean fits(String plain) {
    return text.endsWith("*")
        ? !plain.isEmpty() && plain.startsWith(text.substring(0, text.length() - 1))
        : plain.equals(text);
  }
}
