package org.cartwright.quotes.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.cartwright.platform.format.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** The last four digits of a phone number, by which a patient without a date of birth is known. */
public final class PhoneEnding {

  private static final int DIGITS = 4;

  private PhoneEnding() {}

  /** Whether a number has as many digits. */
  static boolean isOnFile(@Nullable String phoneNumber) {
    return PhoneNumber.dialled(phoneNumber).length() >= DIGITS;
  }

  /** Whether somebody said a number's last four digits. */
  public static boolean is(@Nullable String phoneNumber, String said) {
    if (!isOnFile(phoneNumber)) {
      return false;
    }
    var all = PhoneNumber.dialled(phoneNumber);
    return MessageDigest.isEqual(
        all.substring(all.length() - DIGITS).getBytes(StandardCharsets.UTF_8),
        said.strip().getBytes(StandardCharsets.UTF_8));
  }
}
