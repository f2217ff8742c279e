package org.cartwright.console.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** A secret of 256 random bits that somebody holds; of which we keep the hash. */
public final class SecretToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  private SecretToken() {}

  /** A new one, in 43 characters that may stand in an address or a cookie. */
  public static String draw() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether there can be such a token at all. */
  public static boolean isPossible(String token) {
    return POSSIBLE.matcher(token).matches();
  }

  /** What is kept of it. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
