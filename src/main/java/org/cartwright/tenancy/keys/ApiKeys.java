package org.cartwright.tenancy.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.secrets.ServiceSecret;
import org.cartwright.platform.transactions.AfterCommit;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys with which clients ask: {@code id-secret}, the id to find it by, the secret to prove it.
 * Only a keyed hash of the secret is kept. What was found out of a key, good or wrong, is believed
 * for {@link #BELIEVED_FOR} without asking the database again, so a revoked key is refused by every
 * instance within that time, and by the instance that revoked it before it answers. Nobody can ask
 * with a new key before it is there, as its id is drawn, so it is good everywhere at once.
 */
@Service
public class ApiKeys {

  static final Duration BELIEVED_FOR = Duration.ofSeconds(30);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST = 200;

  private final ApiKeyRepository keys;
  private final ServiceSecret secret;
  private final TransactionTemplate reading;
  private final Clock clock;
  private final ApiKeyCache known = new ApiKeyCache(BELIEVED_FOR);

  ApiKeys(
      ApiKeyRepository keys,
      ServiceSecret secret,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.keys = keys;
    this.secret = secret;
    this.clock = clock;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /** A key as it is handed out, the only time its secret is seen. */
  public record Issued(String keyId, String apiKey) {}

  /** Issues a further key to the current tenant. */
  @Transactional
  public Issued issue() {
    return issueDrawn(null);
  }

  /** The same under a name by which people know it again. */
  @Transactional
  public Issued issue(String name) {
    return issueDrawn(name);
  }

  private Issued issueDrawn(@Nullable String name) {
    var id = new byte[8];
    var random = new byte[32];
    RANDOM.nextBytes(id);
    RANDOM.nextBytes(random);
    return issue(
        HexFormat.of().formatHex(id),
        name,
        Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Issues a key with a known secret: for the demo clinic, whose key stands in the README. */
  @Transactional
  public Issued issue(String id, String secretPart) {
    return issue(id, null, secretPart);
  }

  private Issued issue(String id, @Nullable String name, String secretPart) {
    forgetOnceCommitted(id);
    keys.saveAndFlush(
        new ApiKey(id, name, hash(CurrentTenant.id(), id, secretPart), clock.instant()));
    return new Issued(id, id + "-" + secretPart);
  }

  /** Whether the current tenant had a key of this id and revoked it. */
  @Transactional(readOnly = true)
  public boolean isRevoked(String id) {
    return keys.find(id).filter(key -> !key.isLive()).isPresent();
  }

  /** Revokes a key of the current tenant. */
  @Transactional
  public void revoke(String id) {
    forgetOnceCommitted(id);
    keys.find(id).orElseThrow(() -> Missing.a("API key")).revoke(clock.instant());
  }

  /** With the whole it is a part of; also when it is not known whether it was committed. */
  private void forgetOnceCommitted(String id) {
    var name = new ApiKeyCache.Name(CurrentTenant.id(), id);
    AfterCommit.run(() -> known.forget(name));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            known.forget(name);
          }
        });
  }

  /**
   * Who asks with a key, if it is a live one of this tenant. Takes the same time for any wrong key.
   */
  public Optional<Caller> holder(String tenant, String apiKey) {
    var dash = apiKey.indexOf('-');
    if (dash < 1 || apiKey.length() > LONGEST || !Tenants.isPossible(tenant)) {
      return Optional.empty();
    }
    var id = apiKey.substring(0, dash);
    var hash = hash(tenant, id, apiKey.substring(dash + 1));
    return known
        .hash(new ApiKeyCache.Name(tenant, id), () -> stored(tenant, id))
        .filter(stored -> MessageDigest.isEqual(stored, hash))
        .map(proved -> Caller.withKey(tenant, id));
  }

  private Optional<byte[]> stored(String tenant, String id) {
    return CurrentTenant.call(
        tenant,
        () ->
            reading.execute(
                status -> keys.find(id).filter(ApiKey::isLive).map(ApiKey::secretHash)));
  }

  private byte[] hash(String tenant, String id, String secretPart) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
      return mac.doFinal((tenant + "\n" + id + "\n" + secretPart).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
