package org.cartwright.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key of keyed hashes: {@code CARTWRIGHT_KEY_SECRET}, or one drawn at the first start and kept
 * in the database. Set it where the database's backups are less well guarded than the service;
 * changing it invalidates every API key.
 */
@Component
public class ServiceSecret {

  private final @Nullable String configured;
  private final JdbcClient jdbc;
  private volatile byte @Nullable [] known;

  ServiceSecret(
      @Value("${cartwright.key-secret:#{null}}") @Nullable String configured, JdbcClient jdbc) {
    this.configured = configured;
    this.jdbc = jdbc;
  }

  public byte[] bytes() {
    var bytes = known;
    if (bytes == null) {
      bytes =
          configured == null || configured.isBlank()
              ? stored()
              : configured.getBytes(StandardCharsets.UTF_8);
      known = bytes;
    }
    return bytes;
  }

  private byte[] stored() {
    var drawn = new byte[32];
    new SecureRandom().nextBytes(drawn);
    jdbc.sql(
            "insert into service_secret (only_one, secret) values (true, ?) on conflict do nothing")
        .param(drawn)
        .update();
    return jdbc.sql("select secret from service_secret").query(byte[].class).single();
  }
}
