package org.cartwright.webhooks.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.webhooks.api.AlertType;
import org.cartwright.webhooks.api.DeliveryDetail;
import org.cartwright.webhooks.api.DeliveryStatus;
import org.cartwright.webhooks.api.EventType;
import org.cartwright.webhooks.api.WebhookDeliveryAttemptSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what became of events on their way to webhooks. Of the published API's operations, only
 * what that knows of is seen; of the house's own, everything.
 */
@Service
public class DeliveryReader {

  private static final String COLUMNS =
      """
      d.id, d.event_id, d.type, d.status, d.attempts, d.due_date, d.created_date, d.delivered_date, d.last_attempt_date,
      d.last_status, d.last_error, {event}\
      """
          .replace("{event}", EventData.COLUMNS);

  private static final String FROM =
      """
       from webhook_delivery d join webhook_event e on e.tenant_id = d.tenant_id and e.id = d.event_id
       where d.tenant_id = ?
      """;

  private static final KeyedQuery DELIVERIES =
      KeyedQuery.of("select " + COLUMNS + FROM + " and d.id {keys}");

  private static final String[] ALERTS =
      Arrays.stream(EventType.values())
          .filter(EventType::isAlert)
          .map(Enum::name)
          .toArray(String[]::new);

  private final JdbcClient jdbc;

  DeliveryReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Some of the alerts that were to be told to a webhook.
   *
   * @throws Missing if there is no such webhook
   */
  @Transactional(readOnly = true)
  public List<WebhookDeliveryAttemptSummary> attempts(
      String webhookId,
      AttemptCriteria criteria,
      AttemptSort sort,
      @Nullable SortDirection direction,
      int limit,
      long offset) {
    requireWebhook(webhookId);
    var asked = new Asked();
    asked.that("d.webhook_id = ?", webhookId);
    asked.that("d.type = any(?)", (Object) ALERTS);
    asked.that("d.type = ?", criteria.type() == null ? null : criteria.type().name());
    if (criteria.isDelivered() != null) {
      asked.conditions.add(
          criteria.isDelivered() ? "d.delivered_date is not null" : "d.delivered_date is null");
    }
    asked.that("d.created_date < ?", criteria.createdBefore());
    asked.that("d.created_date > ?", criteria.createdAfter());
    asked.that("d.last_status = ?", criteria.lastStatus());
    asked.that("d.last_error = ?", criteria.lastError());
    asked.that("d.delivered_date < ?", criteria.deliveredBefore());
    asked.that("d.delivered_date > ?", criteria.deliveredAfter());
    return jdbc.sql(
            "select "
                + COLUMNS
                + FROM
                + " and "
                + String.join(" and ", asked.conditions)
                + " order by "
                + sort.order(direction)
                + " limit ? offset ?")
        .param(CurrentTenant.id())
        .params(asked.values)
        .params(limit, offset)
        .query((row, n) -> summary(row))
        .list();
  }

  /** Conditions with their values; what was not asked for is none. */
  private static final class Asked {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void that(String condition, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        values.add(value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
      }
    }
  }

  /**
   * One of the alerts that were to be told to a webhook.
   *
   * @throws Missing if there is none
   */
  @Transactional(readOnly = true)
  public WebhookDeliveryAttemptSummary attempt(String id) {
    var found =
        Ids.isPossible(id)
            ? DELIVERIES
                .with(jdbc, CurrentTenant.id(), List.of(id))
                .query(
                    (row, n) ->
                        EventType.valueOf(row.getString("type")).isAlert() ? summary(row) : null)
                .list()
            : List.<WebhookDeliveryAttemptSummary>of();
    return found.stream()
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> Missing.a("Webhook delivery attempt"));
  }

  /**
   * A page of what was to be told to a webhook, the newest first.
   *
   * @throws Missing if there is no such webhook
   */
  @Transactional(readOnly = true)
  public Page<DeliveryDetail> page(
      String webhookId, @Nullable DeliveryStatus status, Paging paging) {
    requireWebhook(webhookId);
    return new PageQuery("webhook_delivery", CurrentTenant.id())
        .where("x.webhook_id = ?", webhookId)
        .where("x.status = ?", status == null ? null : status.name())
        .page(jdbc, PageQuery.NEWEST_FIRST, paging)
        .read(
            ids ->
                KeyedQuery.inOrder(
                    ids,
                    DELIVERIES
                        .with(jdbc, CurrentTenant.id(), ids)
                        .query((row, n) -> detail(row))
                        .list(),
                    DeliveryDetail::id));
  }

  /**
   * Something that was to be told to a webhook.
   *
   * @throws Missing if there is none
   */
  @Transactional(readOnly = true)
  public DeliveryDetail delivery(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Delivery");
    }
    return DELIVERIES
        .with(jdbc, CurrentTenant.id(), List.of(id))
        .query((row, n) -> detail(row))
        .optional()
        .orElseThrow(() -> Missing.a("Delivery"));
  }

  private void requireWebhook(String id) {
    var isThere =
        Ids.isPossible(id)
            && jdbc.sql("select exists (select from webhook where tenant_id = ? and id = ?)")
                .param(CurrentTenant.id())
                .param(id)
                .query(Boolean.class)
                .single();
    if (!isThere) {
      throw Missing.a("Webhook");
    }
  }

  private static WebhookDeliveryAttemptSummary summary(ResultSet row) throws SQLException {
    return new WebhookDeliveryAttemptSummary(
        row.getString("id"),
        AlertType.valueOf(row.getString("type")),
        EventData.map(row),
        Columns.instant(row, "created_date"),
        row.getString("event_id"),
        Columns.instantOrNull(row, "delivered_date"),
        Columns.instantOrNull(row, "last_attempt_date"),
        Columns.intOrNull(row, "last_status"),
        row.getString("last_error"));
  }

  private static DeliveryDetail detail(ResultSet row) throws SQLException {
    return new DeliveryDetail(
        row.getString("id"),
        row.getString("event_id"),
        EventType.valueOf(row.getString("type")),
        EventData.map(row),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        Columns.instant(row, "created_date"),
        Columns.instantOrNull(row, "due_date"),
        Columns.instantOrNull(row, "delivered_date"),
        Columns.instantOrNull(row, "last_attempt_date"),
        Columns.intOrNull(row, "last_status"),
        row.getString("last_error"));
  }
}
