package org.cartwright.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key of keyed hashes: {@code CARTWRIGHT_KEY_SECRET}, or one drawn at the first start and kept
 * in the database. Set it where the database's backups are less well guarded than the service, and
 * before the first clinic is set up.
 *
 * <p>With another one, also where there was none configured or is none any more, no API key is good
 * and no seal that was given out ({@link Sealer}: patients' sessions, forms), every webhook signs
 * with another secret without the overlap of a rotation, and what was locked does not open ({@link
 * Strongbox}).
 */
@Component
public class ServiceSecret {

  private final byte[] bytes;

  /** At the start, in nobody's transaction: what is drawn is there for good before it is used. */
  ServiceSecret(
      @Value("${cartwright.key-secret:#{null}}") @Nullable String configured, JdbcClient jdbc) {
    bytes =
        configured == null || configured.isBlank()
            ? stored(jdbc)
            : configured.getBytes(StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return bytes;
  }

  /**
   * A key of its own for a purpose. Comes of what no hashed API key begins with: a tenant's name
   * holds no NUL.
   *
   * @param use what is done with it
   */
  byte[] keyFor(String use, String purpose) {
    return Hmac.of(bytes, "\0" + use + "\0" + purpose);
  }

  private static byte[] stored(JdbcClient jdbc) {
    var drawn = new byte[32];
    new SecureRandom().nextBytes(drawn);
    jdbc.sql(
            "insert into service_secret (only_one, secret) values (true, ?) on conflict do nothing")
        .param(drawn)
        .update();
    return jdbc.sql("select secret from service_secret").query(byte[].class).single();
  }
}
