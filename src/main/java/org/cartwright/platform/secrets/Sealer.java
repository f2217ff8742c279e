package org.cartwright.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Seals on what is handed to people and comes back: whoever cannot ask {@link ServiceSecret} can
 * neither make nor change one. Every purpose has a key of its own, so that what is sealed for one
 * is worth nothing for another.
 */
@Component
public class Sealer {

  private final ServiceSecret secret;

  Sealer(ServiceSecret secret) {
    this.secret = secret;
  }

  /**
   * The seal on a text: 43 characters of base64url.
   *
   * @param purpose what it is sealed for; the same everywhere the seal is made or looked at
   */
  public String seal(String purpose, String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Hmac.of(secret.keyFor("seal", purpose), text));
  }

  /** Whether this is the seal on a text; takes the same time for any wrong one. */
  public boolean isGood(String purpose, String text, String seal) {
    return MessageDigest.isEqual(
        seal(purpose, text).getBytes(StandardCharsets.UTF_8),
        seal.getBytes(StandardCharsets.UTF_8));
  }
}
