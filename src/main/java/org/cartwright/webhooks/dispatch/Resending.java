package org.cartwright.webhooks.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.scheduling.LongestWait;
import org.cartwright.platform.transactions.AfterCommit;
import org.cartwright.platform.transactions.JointTransaction;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.webhooks.WebhookRefusal;
import org.cartwright.webhooks.Webhooks;
import org.cartwright.webhooks.events.DeliveriesNoted;
import org.cartwright.webhooks.events.NewDeliveries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends events once more because somebody asks for it, under the ids they have. */
@Service
@NamedInterface("resending")
public class Resending {

  /** So many events are resent at most by one request. */
  static final int MOST = 10_000;

  /** So many are sent at once because somebody asks for one: more than one clinic may ask for. */
  static final int AT_ONCE = 256;

  private static final String AGAIN =
      """
      update webhook_delivery
         set status = 'PENDING', attempts = 0, since_date = :now, due_date = :now
       where tenant_id = :tenant and webhook_id = :webhook and created_date >= :from
         and (lease_until is null or lease_until not between :now and :latest)
      """;

  private static final String IS_DISABLED =
      """
      select w.disabled_date is not null and w.archived_date is null
        from webhook_delivery d join webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
       where d.tenant_id = ? and d.id = ?
      """;

  private static final String NEVER_TOLD =
      """
      select e.id, e.type, e.created_date
        from webhook_event e join webhook w on w.tenant_id = e.tenant_id and w.id = :webhook
       where e.tenant_id = :tenant and e.created_date >= :from and e.type = any(w.subscriptions)
         and not exists (select from webhook_delivery d
                          where d.tenant_id = e.tenant_id and d.event_id = e.id and d.webhook_id = w.id)
       order by e.position, e.kind, e.object_id, e.sequence limit :most
      """;

  private final DeliveryBook book;
  private final WebhookTransport transport;
  private final WebhookDispatcher dispatcher;
  private final Webhooks webhooks;
  private final NewDeliveries deliveries;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Semaphore onTheirWay = new Semaphore(AT_ONCE);

  Resending(
      DeliveryBook book,
      WebhookTransport transport,
      WebhookDispatcher dispatcher,
      Webhooks webhooks,
      NewDeliveries deliveries,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.book = book;
    this.transport = transport;
    this.dispatcher = dispatcher;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Sends one event now and waits what comes of it, outside of any transaction, also of a joint
   * one.
   *
   * @param kind what it is called if it is missing
   * @param isToldOfFailure whether the webhook's address gets word if that was the last attempt
   * @throws Missing if there is none
   * @throws Conflict if its webhook was deleted, or answered that it is gone, or it is being sent
   *     at this moment, or too many others are
   */
  public void sendNow(String id, String kind, boolean isToldOfFailure) {
    JointTransaction.leave();
    if (isDisabled(id).orElseThrow(() -> Missing.a(kind))) {
      throw WebhookRefusal.disabled();
    }
    if (!onTheirWay.tryAcquire()) {
      throw new Conflict(
          "webhook.tooManyAtOnce",
          "Too many events are being sent by hand at this moment; try again in a few seconds.");
    }
    try {
      send(id, isToldOfFailure);
    } finally {
      onTheirWay.release();
    }
  }

  private void send(String id, boolean isToldOfFailure) {
    var delivery =
        book.takeOne(id)
            .orElseThrow(
                () ->
                    new Conflict(
                        "webhook.beingSent",
                        "It is being sent at this moment, or its webhook was deleted; look again in a few"
                            + " seconds."));
    book.conclude(delivery, transport.send(delivery), isToldOfFailure);
  }

  /** Whether the webhook of an event said that it is gone; nothing if there is no such event. */
  private Optional<Boolean> isDisabled(String id) {
    return Ids.isPossible(id)
        ? transaction.execute(
            status ->
                jdbc.sql(IS_DISABLED)
                    .param(CurrentTenant.id())
                    .param(id)
                    .query(Boolean.class)
                    .optional())
        : Optional.empty();
  }

  /**
   * Sends everything a webhook is told of that happened since a moment, even what it was not told
   * of then.
   *
   * @return how many events that are
   * @throws Missing if there is no such webhook
   * @throws Conflict if it was deleted, or answered that it is gone, or that are too many
   */
  public int sendAgain(String webhookId, Instant from) {
    webhooks.requireSentTo(webhookId);
    var resent = transaction.execute(status -> noteAgain(webhookId, from));
    var noted = new DeliveriesNoted(CurrentTenant.id(), Set.of(webhookId));
    AfterCommit.run(() -> dispatcher.on(noted));
    return resent;
  }

  private int noteAgain(String webhookId, Instant from) {
    var now = clock.instant();
    var latest = now.plus(DeliveryBook.LEASE).plus(LongestWait.CLOCKS_APART);
    var again =
        about(AGAIN, webhookId, from)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("latest", latest.atOffset(ZoneOffset.UTC))
            .update();
    List<NewDeliveries.ToTell> untold =
        about(NEVER_TOLD, webhookId, from)
            .param("most", MOST + 1)
            .query(
                (row, n) ->
                    new NewDeliveries.ToTell(
                        row.getString("id"),
                        row.getString("type"),
                        Columns.instant(row, "created_date"),
                        webhookId,
                        now))
            .list();
    if (again + untold.size() > MOST) {
      throw new Conflict(
          "webhook.tooManyEvents",
          "More than %d events happened since then; begin later.".formatted(MOST),
          MOST);
    }
    deliveries.write(untold);
    return again + untold.size();
  }

  private JdbcClient.StatementSpec about(String sql, String webhookId, Instant from) {
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("webhook", webhookId)
        .param("from", from.atOffset(ZoneOffset.UTC));
  }
}
