package org.cartwright.console.form;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What a form shows, as a word that is another as soon as anything of it is. */
public final class Fingerprint {

  private static final int BYTES = 12;

  private Fingerprint() {}

  /** Of a record, which says all that is in it. */
  public static String of(Record shown) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(shown.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
