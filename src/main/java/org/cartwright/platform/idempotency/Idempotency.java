package org.cartwright.platform.idempotency;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cartwright.platform.errors.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys that the current tenant's requests carried in the header {@value #HEADER}, and what they
 * were answered.
 *
 * <p>A key is stored by the transaction that does the work, so it is there if and only if the work
 * was done. Keys are kept for {@link #KEPT}, and up to an hour longer.
 */
@Component
public class Idempotency {

  /** The header in which a client sends the key. */
  public static final String HEADER = "Idempotency-Key";

  /** How long a key is kept at least. */
  public static final Duration KEPT = Duration.ofDays(2);

  private static final String TAKE =
      """
      insert into idempotency (tenant_id, key, request_hash, created_date)
      values (current_setting('cartwright.tenant'), ?, ?, ?)
      on conflict do nothing
      """;

  private static final int FORGOTTEN_AT_ONCE = 1000;

  private static final String FORGET =
      """
      delete from idempotency
      where tenant_id = current_setting('cartwright.tenant') and key in (
          select key from idempotency
          where tenant_id = current_setting('cartwright.tenant') and created_date < least(?, now() - interval '%d hours')
          order by created_date
          limit ?
          for update skip locked)
      """
          .formatted(KEPT.toHours());

  private static final String FIRST =
      """
      select request_hash, answer, status, content_type, etag, body, sealed from idempotency
      where tenant_id = current_setting('cartwright.tenant') and key = ?
      """;

  private static final String ANSWERED =
      """
      update idempotency set status = ?, content_type = ?, etag = ?, body = ?, sealed = ?
      where tenant_id = current_setting('cartwright.tenant') and key = ?
      """;

  private final JdbcClient jdbc;
  private final LockedAnswers locked;
  private final Clock clock;

  Idempotency(JdbcClient jdbc, LockedAnswers locked, Clock clock) {
    this.jdbc = jdbc;
    this.locked = locked;
    this.clock = clock;
  }

  /**
   * Takes the key of a request, for as long as the transaction lives or what it does lasts, or
   * finds what the same request was answered the first time. Waits for whoever has just taken it.
   *
   * @throws InvalidRequest if another request had it
   */
  @Transactional
  Optional<KeptAnswer> take(KeyedRequest request) {
    var taken =
        jdbc.sql(TAKE).param(request.key()).param(request.hash()).param(now()).update() == 1;
    return taken ? Optional.empty() : Optional.of(first(request).to(request, locked));
  }

  private First first(KeyedRequest request) {
    return jdbc.sql(FIRST).param(request.key()).query(First.class).single();
  }

  /**
   * Keeps what a request was answered whose key was taken.
   *
   * @param isSecret whether nobody may read it who only sees the database
   */
  @Transactional
  void keep(KeyedRequest request, KeptAnswer answer, boolean isSecret) {
    jdbc.sql(ANSWERED)
        .param(answer.status())
        .param(answer.contentType())
        .param(answer.etag())
        .param(isSecret ? null : answer.body())
        .param(isSecret ? locked.lock(request, answer.body()) : null)
        .param(request.key())
        .update();
  }

  /**
   * Forgets some of the current tenant's answers that are older than {@link #KEPT}, by the clock of
   * the house and by that of the database: one that runs ahead makes nothing happen twice.
   *
   * @return whether there may be more of them
   */
  @Transactional
  public boolean forgetsSome() {
    return jdbc.sql(FORGET).param(now().minus(KEPT)).param(FORGOTTEN_AT_ONCE).update()
        == FORGOTTEN_AT_ONCE;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * What is kept of a key.
   *
   * @param answer for the release before this one alone
   * @param sealed the body, locked, if it is a secret
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record First(
      byte[] requestHash,
      @Nullable String answer,
      @Nullable Integer status,
      @Nullable String contentType,
      @Nullable String etag,
      byte @Nullable [] body,
      byte @Nullable [] sealed) {

    KeptAnswer to(KeyedRequest request, LockedAnswers locked) {
      if (answer != null) {
        return EarlierAnswers.to(request, answer);
      }
      if (status == null || !MessageDigest.isEqual(requestHash, request.hash())) {
        throw request.refusedAsAnother();
      }
      var whole = sealed == null ? body : locked.unlock(request, sealed);
      if (whole == null) {
        throw request.refusedAsAnother();
      }
      return new KeptAnswer(status, contentType, etag, whole);
    }
  }
}
