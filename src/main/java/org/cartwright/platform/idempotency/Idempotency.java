package org.cartwright.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a request asks for once, however often the request is sent, if it carries a key of its
 * own in the header {@value #HEADER}.
 *
 * <p>The key is stored by the transaction that does the work, so it is there if and only if the
 * work was done: the same request with the same key is answered as the first time, and one that was
 * refused, having changed nothing, is looked at afresh. Of several at the same time one does the
 * work and the others wait for its answer. Keys belong to their tenant and are kept for {@link
 * #KEPT}, and up to an hour longer.
 */
@Component
public class Idempotency {

  /** The header in which a client sends the key. */
  public static final String HEADER = "Idempotency-Key";

  /** How long a key is kept at least. */
  public static final Duration KEPT = Duration.ofDays(2);

  private static final Pattern POSSIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

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
          where tenant_id = current_setting('cartwright.tenant') and created_date < ?
          order by created_date
          limit ?
          for update skip locked)
      """;

  private static final String FIRST =
      """
      select request_hash, answer from idempotency
      where tenant_id = current_setting('cartwright.tenant') and key = ?
      """;

  private static final String ANSWERED =
      """
      update idempotency set answer = ?
      where tenant_id = current_setting('cartwright.tenant') and key = ?
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Idempotency(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Does the work, or answers what it was answered the first time, in the same words. Must be
   * called before the transaction takes any other lock.
   *
   * @param key what the client sent in the header; without one the work is simply done
   * @param operation which operation it is
   * @param request what decides about the operation's outcome, as something that can be written as
   *     JSON
   * @throws InvalidRequest if this cannot be a key, or another request had it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public <T> IdempotentAnswer<T> once(
      @Nullable String key, String operation, Object request, Supplier<T> work) {
    if (key == null) {
      return IdempotentAnswer.with(work.get());
    }
    if (!POSSIBLE.matcher(key).matches()) {
      throw refused("a key has 1 to 255 visible characters");
    }
    var hash = hash(operation, request);
    if (!isTaken(key, hash)) {
      var answer = json.writeValueAsString(work.get());
      jdbc.sql(ANSWERED).param(answer).param(key).update();
      return IdempotentAnswer.inTheWords(answer);
    }
    var before = jdbc.sql(FIRST).param(key).query(First.class).single();
    if (!MessageDigest.isEqual(before.requestHash(), hash)) {
      throw refused("another request had this key; send a new one with a new request");
    }
    return IdempotentAnswer.inTheWords(before.answer());
  }

  /**
   * Forgets some of the current tenant's answers that are older than {@link #KEPT}.
   *
   * @return whether there may be more of them
   */
  @Transactional
  public boolean forgetsSome() {
    return jdbc.sql(FORGET).param(now().minus(KEPT)).param(FORGOTTEN_AT_ONCE).update()
        == FORGOTTEN_AT_ONCE;
  }

  private boolean isTaken(String key, byte[] hash) {
    return jdbc.sql(TAKE).param(key).param(hash).param(now()).update() == 0;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private byte[] hash(String operation, Object request) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              (operation + "\n" + json.writeValueAsString(request))
                  .getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static InvalidRequest refused(String sentence) {
    return new InvalidRequest(Violation.of(List.of("header", HEADER), sentence));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record First(byte[] requestHash, String answer) {}
}
