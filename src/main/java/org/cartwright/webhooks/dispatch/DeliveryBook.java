package org.cartwright.webhooks.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.scheduling.LongestWait;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.webhooks.WebhookSecrets;
import org.cartwright.webhooks.api.DeliveryStatus;
import org.cartwright.webhooks.events.Facts;
import org.cartwright.webhooks.reading.EventData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where it is noted who tries to send what, and what became of it, in the current tenant. What
 * somebody else has just taken is passed over; what somebody took and never came back from can be
 * taken again after {@link #LEASE}.
 */
@Component
class DeliveryBook {

  /**
   * For how long nobody else tries: longer than an attempt takes, and short enough that what a
   * killed instance was at is sent within a minute.
   */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final String TAKE =
      """
      update webhook_delivery d
         set attempts = d.attempts + 1, lease_until = :lease,
             due_date = case when d.status = 'PENDING' then cast(:lease as timestamptz) end
        from webhook w, webhook_event e
       where d.tenant_id = :tenant and {which}
         and w.tenant_id = d.tenant_id and w.id = d.webhook_id
         and w.archived_date is null and w.disabled_date is null
         and e.tenant_id = d.tenant_id and e.id = d.event_id
      returning d.id, d.webhook_id, d.type, d.attempts, d.since_date, d.status, d.event_id, e.created_date, {event},
                w.url, w.secret_version, w.rotated_date
      """
          .replace("{event}", EventData.COLUMNS);

  private static final String TAKE_DUE =
      TAKE.replace(
          "{which}",
          """
          d.id = any(array(
             select c.id from webhook_delivery c
              where c.tenant_id = :tenant and c.webhook_id = :webhook and c.due_date <= :now
              order by c.due_date, c.id limit :most
                for update skip locked))\
          """);

  private static final String TAKE_ONE =
      TAKE.replace(
          "{which}",
          "d.id = :id and (d.lease_until is null or d.lease_until not between :now and :latest)");

  private static final String BRING_BACK =
      """
      update webhook_delivery set due_date = :now, lease_until = null
       where tenant_id = :tenant and due_date > :latest
      """;

  private static final String CONCLUDE =
      """
      update webhook_delivery
         set status = case when :status = 'FAILED' and delivered_date is not null then 'DELIVERED'
                           when {given_up} then status else :status end,
             due_date = case when {given_up} then null else cast(:next as timestamptz) end,
             lease_until = null,
             delivered_date = case when :status = 'DELIVERED' then coalesce(delivered_date, :now) else delivered_date end,
             last_attempt_date = :now, last_status = :answered,
             last_error = case when {given_up} then last_error else :error end
       where tenant_id = :tenant and id = :id and attempts = :attempt and lease_until is not null
      """
          .replace("{given_up}", "(:status = 'PENDING' and status <> 'PENDING')");

  private static final String DISABLE =
      "update webhook set disabled_date = coalesce(disabled_date, :now) where tenant_id = :tenant and id = :id and url = :url";

  private static final String DUE =
      """
      select distinct d.webhook_id
        from webhook_delivery d
        join webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
       where d.tenant_id = :tenant and d.due_date <= :now and w.archived_date is null and w.disabled_date is null
      """;

  private final JdbcClient jdbc;
  private final WebhookSecrets secrets;
  private final RetryLadder ladder;
  private final FailureNotices notices;
  private final Clock clock;

  DeliveryBook(
      JdbcClient jdbc,
      WebhookSecrets secrets,
      RetryLadder ladder,
      FailureNotices notices,
      Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.ladder = ladder;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Makes due what would wait longer than anything ever does: a clock went ahead as it was noted.
   */
  @Transactional
  public void bringBack() {
    var now = clock.instant();
    jdbc.sql(BRING_BACK)
        .param("tenant", CurrentTenant.id())
        .param("now", at(now))
        .param("latest", at(now.plus(ladder.longest()).plus(LongestWait.CLOCKS_APART)))
        .update();
  }

  /** Which webhooks something is due for, of those that something is sent to. */
  @Transactional(readOnly = true)
  public List<String> webhooksWithDue() {
    return jdbc.sql(DUE)
        .param("tenant", CurrentTenant.id())
        .param("now", at(clock.instant()))
        .query((row, n) -> row.getString("webhook_id"))
        .list();
  }

  /** Takes what is due for a webhook, the oldest first. */
  @Transactional
  public List<DueDelivery> takeDue(String webhookId, int most) {
    return take(TAKE_DUE, clock.instant())
        .param("webhook", webhookId)
        .param("most", most)
        .query((row, n) -> delivery(row))
        .list();
  }

  /** Takes one, whether it is due or not, unless somebody has taken it. */
  @Transactional
  public Optional<DueDelivery> takeOne(String id) {
    return take(TAKE_ONE, clock.instant())
        .param("id", id)
        .query((row, n) -> delivery(row))
        .optional();
  }

  private JdbcClient.StatementSpec take(String sql, Instant now) {
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("now", at(now))
        .param("lease", at(now.plus(LEASE)))
        .param("latest", at(now.plus(LEASE).plus(LongestWait.CLOCKS_APART)));
  }

  private DueDelivery delivery(ResultSet row) throws SQLException {
    var webhookId = row.getString("webhook_id");
    return new DueDelivery(
        row.getString("id"),
        webhookId,
        row.getInt("attempts"),
        Columns.instant(row, "since_date"),
        row.getString("status").equals(DeliveryStatus.PENDING.name()),
        row.getString("type"),
        row.getString("url"),
        secrets.holding(
            webhookId,
            row.getInt("secret_version"),
            Columns.instantOrNull(row, "rotated_date"),
            clock.instant()),
        body(row));
  }

  /** As it is sent, in the order and spelling in which JavaScript would write it. */
  private static String body(ResultSet row) throws SQLException {
    var json = new StringBuilder("{\"id\":");
    Facts.quote(json, row.getString("id"));
    json.append(",\"type\":");
    Facts.quote(json, row.getString("type"));
    json.append(",\"data\":").append(EventData.json(row)).append(",\"createdDate\":");
    Facts.quote(json, Columns.instant(row, "created_date").toString());
    json.append(",\"alertId\":");
    Facts.quote(json, row.getString("event_id"));
    return json.append('}').toString();
  }

  /**
   * What became of an event.
   *
   * @param status of it now
   * @param next when it is tried again, if it is
   */
  record Concluded(DeliveryStatus status, @Nullable Instant next) {}

  /** Notes what became of an event, unless somebody else has taken it meanwhile. */
  @Transactional
  public Concluded conclude(DueDelivery delivery, Reply reply) {
    return conclude(delivery, reply, true, false);
  }

  /**
   * Notes what came of an event that somebody had sent.
   *
   * @param isToldOfFailure whether the webhook's address gets word if that was the last attempt
   */
  @Transactional
  public void conclude(DueDelivery delivery, Reply reply, boolean isToldOfFailure) {
    conclude(delivery, reply, isToldOfFailure, true);
  }

  private Concluded conclude(
      DueDelivery delivery, Reply reply, boolean isTold, boolean isAskedFor) {
    var now = clock.instant();
    var concluded = concluded(delivery, reply, reply.isGone() && isDisabled(delivery, now), now);
    // First the webhook, as whoever deletes it has it, then what is sent to it.
    if (concluded.status() == DeliveryStatus.FAILED && isTold) {
      notices.write(delivery, reply, isAskedFor, now);
    }
    note(delivery, reply, concluded, now);
    return concluded;
  }

  private void note(DueDelivery delivery, Reply reply, Concluded concluded, Instant now) {
    var next = concluded.next();
    jdbc.sql(CONCLUDE)
        .param("tenant", CurrentTenant.id())
        .param("id", delivery.id())
        .param("attempt", delivery.attempt())
        .param("status", concluded.status().name())
        .param("next", next == null ? null : at(next), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", at(now))
        .param("answered", reply.status(), Types.INTEGER)
        .param("error", reply.failure(), Types.VARCHAR)
        .update();
  }

  /** Disables a webhook that is gone, unless it was moved away from there meanwhile. */
  private boolean isDisabled(DueDelivery delivery, Instant now) {
    return jdbc.sql(DISABLE)
            .param("tenant", CurrentTenant.id())
            .param("id", delivery.webhookId())
            .param("url", delivery.url())
            .param("now", at(now))
            .update()
        == 1;
  }

  private Concluded concluded(DueDelivery delivery, Reply reply, boolean isGone, Instant now) {
    if (reply.isDelivered()) {
      return new Concluded(DeliveryStatus.DELIVERED, null);
    }
    if (!delivery.isPending() || isGone) {
      return new Concluded(DeliveryStatus.FAILED, null);
    }
    var next = ladder.next(delivery.attempt(), delivery.since(), now, reply.wish()).orElse(null);
    return new Concluded(next == null ? DeliveryStatus.FAILED : DeliveryStatus.PENDING, next);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
