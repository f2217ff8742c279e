package org.cartwright.webhooks.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.Outbox;
import org.cartwright.platform.texts.Texts;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.cartwright.webhooks.api.DeliveryFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whoever looks after a webhook that an event was given up. A receiver that is dead for
 * long has many such events, so there is one e-mail in {@link #PAUSE} at most, and the list of
 * deliveries has the rest.
 */
@Component
class FailureNotices {

  static final Duration PAUSE = Duration.ofHours(1);

  private static final String WHOM =
      """
      update webhook set notified_date = :now
       where tenant_id = :tenant and id = :id and notification_email is not null
         and (notified_date is null or notified_date <= :before)
      returning notification_email
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Tenants tenants;
  private final Texts texts;

  FailureNotices(JdbcClient jdbc, Outbox outbox, Tenants tenants, Texts texts) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.tenants = tenants;
    this.texts = texts;
  }

  /**
   * Writes it in the caller's transaction, if there is somebody to write to.
   *
   * @param isAskedFor whether it is written even if there was such an e-mail just now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(DueDelivery delivery, Reply reply, boolean isAskedFor, Instant now) {
    if (!outbox.reaches(Channel.EMAIL)) {
      return;
    }
    jdbc.sql(WHOM)
        .param("tenant", CurrentTenant.id())
        .param("id", delivery.webhookId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("before", (isAskedFor ? now : now.minus(PAUSE)).atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional()
        .ifPresent(email -> outbox.post(notice(delivery, reply, email)));
  }

  private Message notice(DueDelivery delivery, Reply reply, String email) {
    return new Message(
        Occasion.EVENT_GIVEN_UP,
        Channel.EMAIL,
        email,
        Map.of(
            "clinic", tenants.current().name(),
            "type", delivery.type(),
            "event", delivery.id(),
            "webhook", delivery.webhookId(),
            "reason", reason(reply)),
        null,
        delivery.id());
  }

  /** Why, in the clinic's language. */
  private String reason(Reply reply) {
    var failure = DeliveryFailure.of(reply.failure(), reply.status()).orElseThrow();
    return texts
        .in(tenants.current().tongue(null))
        .say("failure." + failure, String.valueOf(reply.status()));
  }
}
