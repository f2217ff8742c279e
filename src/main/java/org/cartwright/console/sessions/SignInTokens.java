package org.cartwright.console.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cartwright.messages.Occasion;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRoles;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The secrets of the links that let the current tenant's staff in: each once, and not for long. */
@Service
public class SignInTokens {

  /** How long one is good. */
  public static final Duration LASTS = Occasion.CONSOLE_SIGN_IN.usefulFor().orElseThrow();

  /** So many that are still good somebody can have; whoever asks for more gets none. */
  private static final int MOST = 3;

  private final JdbcClient jdbc;
  private final DeskRoles roles;
  private final Clock clock;

  SignInTokens(JdbcClient jdbc, DeskRoles roles, Clock clock) {
    this.jdbc = jdbc;
    this.roles = roles;
    this.clock = clock;
  }

  /** Makes one for a provider, unless they have as many as anybody can. */
  @Transactional
  public Optional<String> make(String providerId) {
    hold(providerId);
    var now = clock.instant();
    if (unused(providerId, now) >= MOST) {
      return Optional.empty();
    }
    var token = SecretToken.draw();
    jdbc.sql(
            "insert into console_link (tenant_id, token_hash, provider_id, made_date, ends_date) values (?, ?, ?, ?, ?)")
        .param(CurrentTenant.id())
        .param(SecretToken.hash(token))
        .param(providerId)
        .param(utc(now))
        .param(utc(now.plus(LASTS)))
        .update();
    return Optional.of(token);
  }

  /** Whoever else makes one for them waits, so that none is made that this one does not count. */
  private void hold(String providerId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('console_link'), hashtext(?))")
        .param(CurrentTenant.id() + " " + providerId)
        .query(row -> {});
  }

  private int unused(String providerId, Instant now) {
    return jdbc.sql(
            """
            select count(*) from console_link
             where tenant_id = ? and provider_id = ? and used_date is null and ends_date > ?""")
        .param(CurrentTenant.id())
        .param(providerId)
        .param(utc(now))
        .query(Integer.class)
        .single();
  }

  /** Whom one would let in now. */
  @Transactional(readOnly = true)
  public Optional<DeskMember> bearer(String token) {
    return jdbc.sql(
            """
            select provider_id from console_link
             where tenant_id = ? and token_hash = ? and used_date is null and ends_date > ?""")
        .param(CurrentTenant.id())
        .param(SecretToken.hash(token))
        .param(utc(clock.instant()))
        .query(String.class)
        .optional()
        .flatMap(roles::member);
  }

  /** Uses one up; of several who try at once, one does. */
  @Transactional
  public boolean use(String token) {
    var now = clock.instant();
    return jdbc.sql(
                """
                update console_link set used_date = ?
                 where tenant_id = ? and token_hash = ? and used_date is null and ends_date > ?""")
            .param(utc(now))
            .param(CurrentTenant.id())
            .param(SecretToken.hash(token))
            .param(utc(now))
            .update()
        == 1;
  }

  /** Forgets what is over. */
  @Transactional
  public void sweep() {
    jdbc.sql("delete from console_link where tenant_id = ? and ends_date <= ?")
        .param(CurrentTenant.id())
        .param(utc(clock.instant()))
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
