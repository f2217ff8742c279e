package org.cartwright.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the clinic's providers may come to the console, and as what. A provider without a role
 * there may not: to be invited through the API opens no door for people.
 */
@Service
public class DeskRoles {

  private final JdbcClient jdbc;
  private final Providers providers;
  private final ApplicationEventPublisher announcements;
  private final Clock clock;

  DeskRoles(
      JdbcClient jdbc, Providers providers, ApplicationEventPublisher announcements, Clock clock) {
    this.jdbc = jdbc;
    this.providers = providers;
    this.announcements = announcements;
    this.clock = clock;
  }

  private static String membersWhere(String condition) {
    return """
    select p.id, p.first_name, p.last_name, p.email, r.role
      from desk_role r
      join provider p on p.tenant_id = r.tenant_id and p.id = r.provider_id
     where r.tenant_id = ? and %s
     order by lower(p.last_name), lower(p.first_name), p.id"""
        .formatted(condition);
  }

  /** The provider with this id, if they may come to the console. */
  @Transactional(readOnly = true)
  public Optional<DeskMember> member(String providerId) {
    return jdbc.sql(membersWhere("r.provider_id = ?"))
        .param(CurrentTenant.id())
        .param(providerId)
        .query(DeskRoles::read)
        .optional();
  }

  /** The provider with this e-mail address, in any case, if they may come to the console. */
  @Transactional(readOnly = true)
  public Optional<DeskMember> withEmail(String email) {
    return jdbc.sql(membersWhere("lower(p.email) = lower(?)"))
        .param(CurrentTenant.id())
        .param(email)
        .query(DeskRoles::read)
        .optional();
  }

  /** Everybody who may come to the console, by name. */
  @Transactional(readOnly = true)
  public List<DeskMember> all() {
    return jdbc.sql(membersWhere("true")).param(CurrentTenant.id()).query(DeskRoles::read).list();
  }

  /**
   * Holds all roles within the caller's transaction: whoever else is about to change one waits, and
   * what is read from then on is as it stays.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold() {
    jdbc.sql(
            "select provider_id from desk_role where tenant_id = ? order by provider_id for update")
        .param(CurrentTenant.id())
        .query(String.class)
        .list();
  }

  /**
   * Gives a provider a role, in the place of the one they had.
   *
   * @throws Missing if there is no such provider
   */
  @Transactional
  public void give(String providerId, DeskRole role) {
    requireKnown(providerId);
    Trail.changed("provider", providerId, "desk_role");
    jdbc.sql(
            """
            insert into desk_role (tenant_id, provider_id, role, given_date) values (?, ?, ?, ?)
            on conflict (tenant_id, provider_id) do update set role = excluded.role, given_date = excluded.given_date""")
        .param(CurrentTenant.id())
        .param(providerId)
        .param(role.name())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Takes a provider's role away: from the next moment on they are out.
   *
   * @throws Missing if there is no such provider
   */
  @Transactional
  public void take(String providerId) {
    requireKnown(providerId);
    Trail.changed("provider", providerId, "desk_role");
    jdbc.sql("delete from desk_role where tenant_id = ? and provider_id = ?")
        .param(CurrentTenant.id())
        .param(providerId)
        .update();
    announcements.publishEvent(new DeskRoleTaken(providerId));
  }

  private void requireKnown(String providerId) {
    if (!providers.exists(providerId)) {
      throw Missing.a("Provider");
    }
  }

  private static DeskMember read(ResultSet row, int number) throws SQLException {
    return new DeskMember(
        row.getString("id"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("email"),
        DeskRole.valueOf(row.getString("role")));
  }
}
