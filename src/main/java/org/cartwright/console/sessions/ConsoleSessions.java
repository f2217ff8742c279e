package org.cartwright.console.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.Ids;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.trail.Trail;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRoleTaken;
import org.cartwright.staff.DeskRoles;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sessions of the current tenant's staff. They are rows, so every instance knows them and they
 * outlive a restart; a session ends {@link #IDLE} after the last request and {@link #LASTS} after
 * it began, whichever comes first, and at once when its provider loses their role.
 */
@Service
public class ConsoleSessions {

  static final Duration IDLE = Duration.ofHours(1);
  static final Duration LASTS = Duration.ofHours(12);

  /** How exactly it is known when somebody was last seen: each time costs a write. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private static final String KIND = "provider";

  private final JdbcClient jdbc;
  private final DeskRoles roles;
  private final Clock clock;

  ConsoleSessions(JdbcClient jdbc, DeskRoles roles, Clock clock) {
    this.jdbc = jdbc;
    this.roles = roles;
    this.clock = clock;
  }

  private record Row(String id, String providerId, Instant begun, Instant seen) {

    static Row read(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getString("id"),
          row.getString("provider_id"),
          Columns.instant(row, "begun_date"),
          Columns.instant(row, "seen_date"));
    }
  }

  /** What was found of a token: a session, and whether it is time to note that it was seen. */
  public record Found(ConsoleSession session, boolean isToBeNoted) {}

  /** Begins a session and answers its secret, the only time it is seen. */
  @Transactional
  public String begin(DeskMember member) {
    var now = clock.instant();
    var token = SecretToken.draw();
    Trail.changed(KIND, member.id(), "signed_in");
    jdbc.sql(
            """
            insert into console_session (tenant_id, id, token_hash, provider_id, begun_date, seen_date, ends_date)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .param(CurrentTenant.id())
        .param(Ids.next("csn"))
        .param(SecretToken.hash(token))
        .param(member.id())
        .param(utc(now))
        .param(utc(now))
        .param(utc(now.plus(IDLE)))
        .update();
    return token;
  }

  /** The session of a secret, unless it is over or its provider may not come in any more. */
  @Transactional(readOnly = true)
  public Optional<Found> find(String token) {
    var now = clock.instant();
    return jdbc.sql(
            """
            select id, provider_id, begun_date, seen_date from console_session
             where tenant_id = ? and token_hash = ? and ends_date > ?""")
        .param(CurrentTenant.id())
        .param(SecretToken.hash(token))
        .param(utc(now))
        .query(Row::read)
        .optional()
        .flatMap(
            row ->
                roles
                    .member(row.providerId())
                    .map(
                        member ->
                            new Found(
                                new ConsoleSession(CurrentTenant.id(), row.id(), member),
                                !row.seen().plus(SEEN_EVERY).isAfter(now))));
  }

  /** Notes that somebody was seen, so that their session lasts. */
  @Transactional
  public void note(ConsoleSession session) {
    var now = clock.instant();
    jdbc.sql(
            """
            update console_session
               set seen_date = ?, ends_date = least(cast(? as timestamptz), begun_date + cast(? as interval))
             where tenant_id = ? and id = ? and ends_date > ?""")
        .param(utc(now))
        .param(utc(now.plus(IDLE)))
        .param(LASTS.toString())
        .param(CurrentTenant.id())
        .param(session.id())
        .param(utc(now))
        .update();
  }

  /** The sessions of a provider that are not over, the one that began last first. */
  @Transactional(readOnly = true)
  public List<OpenSession> of(String providerId) {
    return jdbc
        .sql(
            """
            select id, provider_id, begun_date, seen_date from console_session
             where tenant_id = ? and provider_id = ? and ends_date > ? order by begun_date desc, id desc""")
        .param(CurrentTenant.id())
        .param(providerId)
        .param(utc(clock.instant()))
        .query(Row::read)
        .stream()
        .map(row -> new OpenSession(row.id(), row.begun(), row.seen()))
        .toList();
  }

  /** Ends a session. */
  @Transactional
  public void end(ConsoleSession session) {
    Trail.changed(KIND, session.member().id(), "signed_out");
    jdbc.sql("delete from console_session where tenant_id = ? and id = ?")
        .param(CurrentTenant.id())
        .param(session.id())
        .update();
  }

  /** Ends every session of a provider, wherever they are in. */
  @Transactional
  public void endAll(String providerId) {
    Trail.changed(KIND, providerId, "signed_out_everywhere");
    delete(providerId);
  }

  /** Who is given a role again later signs in again, whoever has their browser by then. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(DeskRoleTaken event) {
    delete(event.providerId());
  }

  private void delete(String providerId) {
    jdbc.sql("delete from console_session where tenant_id = ? and provider_id = ?")
        .param(CurrentTenant.id())
        .param(providerId)
        .update();
  }

  /** Forgets what is over. */
  @Transactional
  public void sweep() {
    jdbc.sql("delete from console_session where tenant_id = ? and ends_date <= ?")
        .param(CurrentTenant.id())
        .param(utc(clock.instant()))
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
