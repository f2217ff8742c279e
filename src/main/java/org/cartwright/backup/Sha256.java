package org.cartwright.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What rows are known again by. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
