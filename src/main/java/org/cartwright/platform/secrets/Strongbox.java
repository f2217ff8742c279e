package org.cartwright.platform.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Locks what is stored and has a secret in it: whoever cannot ask {@link ServiceSecret} can neither
 * read it nor put something else in its place. Every purpose has a key of its own.
 */
@Component
public class Strongbox {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final ServiceSecret secret;
  private final SecureRandom random = new SecureRandom();

  Strongbox(ServiceSecret secret) {
    this.secret = secret;
  }

  /**
   * The same, locked.
   *
   * @param purpose what it is locked for; the same everywhere such things are locked and unlocked
   * @param place where it is kept; brought elsewhere, it does not open
   */
  public byte[] lock(String purpose, String place, byte[] what) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var locked = cipher(Cipher.ENCRYPT_MODE, purpose, place, nonce).doFinal(what);
      return ByteBuffer.allocate(nonce.length + locked.length).put(nonce).put(locked).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  /** What was locked; nothing if it was for something else, elsewhere, or with another secret. */
  public Optional<byte[]> unlock(String purpose, String place, byte[] locked) {
    var nonce = new byte[NONCE_BYTES];
    var rest = ByteBuffer.wrap(locked).get(nonce);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, purpose, place, nonce)
              .doFinal(locked, rest.position(), rest.remaining()));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  private Cipher cipher(int mode, String purpose, String place, byte[] nonce)
      throws GeneralSecurityException {
    var key = new SecretKeySpec(secret.keyFor("lock", purpose), "AES");
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
