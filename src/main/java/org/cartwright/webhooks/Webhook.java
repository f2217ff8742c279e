package org.cartwright.webhooks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.webhooks.api.AlertType;
import org.cartwright.webhooks.api.EventType;
import org.cartwright.webhooks.api.WebhookDetail;
import org.cartwright.webhooks.api.WebhookSummary;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Whom a clinic wants told of what. Subscribed is to names of {@link EventType} and of {@link
 * AlertType}; who changes the ones leaves those alone that only the others have.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
class Webhook {

  @Id private String id;
  @TenantId private String tenantId;
  private String url;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> subscriptions;

  private @Nullable String notificationEmail;
  private int secretVersion;
  private @Nullable Instant rotatedDate;
  private Instant createdDate;
  private @Nullable Instant updatedDate;
  private @Nullable Instant disabledDate;
  private @Nullable Instant archivedDate;

  @NullUnmarked
  protected Webhook() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Webhook(
      String id,
      String url,
      Collection<? extends Enum<?>> subscriptions,
      @Nullable String notificationEmail,
      Instant now) {
    this.id = id;
    this.url = url;
    this.subscriptions = names(subscriptions).distinct().toList();
    this.notificationEmail = notificationEmail;
    secretVersion = 1;
    createdDate = now;
  }

  String id() {
    return id;
  }

  private static Stream<String> names(Collection<? extends Enum<?>> types) {
    return types.stream().map(Enum::name);
  }

  /** Is told of these alerts from now on, and of what is no alert as before. */
  void subscribe(List<AlertType> alerts) {
    subscribe(alerts, name -> !isAlert(name));
  }

  /** Is told of these events from now on. */
  void subscribeTo(List<EventType> types) {
    subscribe(types, name -> EventType.named(name).isEmpty());
  }

  private void subscribe(Collection<? extends Enum<?>> wanted, Predicate<String> stays) {
    subscriptions =
        Stream.concat(names(wanted), subscriptions.stream().filter(stays)).distinct().toList();
  }

  private static boolean isAlert(String name) {
    return EventType.named(name).map(EventType::isAlert).orElse(true);
  }

  /** Gets its events there from now on. */
  void move(String to) {
    url = to;
  }

  /** Whoever this is gets word of what was given up; nobody if absent. */
  void notify(@Nullable String email) {
    notificationEmail = email;
  }

  /** Was changed, and is tried again if it was disabled. */
  void changed(Instant now) {
    updatedDate = now;
    disabledDate = null;
  }

  /**
   * Has a new secret from now on; the one before it holds for some time.
   *
   * @throws WebhookRefusal if it has a new one already, and the one before that holds: it would
   *     hold no longer
   */
  void rotate(Instant now) {
    WebhookSecrets.overlapsUntil(rotatedDate)
        .filter(now::isBefore)
        .ifPresent(
            until -> {
              throw WebhookRefusal.secretIsNew(until);
            });
    secretVersion++;
    rotatedDate = now;
    updatedDate = now;
  }

  /** Is told of nothing any more; one that is archived stays as it is. */
  void archive(Instant now) {
    if (archivedDate == null) {
      archivedDate = now;
    }
  }

  /**
   * Makes sure that it was not deleted.
   *
   * @throws WebhookRefusal if it was
   */
  void requireLive() {
    if (archivedDate != null) {
      throw WebhookRefusal.deleted();
    }
  }

  /**
   * Makes sure that something is sent to it.
   *
   * @throws WebhookRefusal if it was deleted, or answered that it is gone
   */
  void requireSentTo() {
    requireLive();
    if (disabledDate != null) {
      throw WebhookRefusal.disabled();
    }
  }

  WebhookSummary summary(WebhookSecrets secrets) {
    return new WebhookSummary(
        id,
        subscriptions.stream().filter(Webhook::isAlert).map(AlertType::valueOf).toList(),
        url,
        createdDate,
        updatedDate,
        secrets.of(id, secretVersion),
        notificationEmail,
        archivedDate != null);
  }

  WebhookDetail detail(WebhookSecrets secrets, Instant now) {
    var until = WebhookSecrets.overlapsUntil(rotatedDate).filter(now::isBefore).orElse(null);
    return new WebhookDetail(
        id,
        subscriptions.stream().flatMap(name -> EventType.named(name).stream()).toList(),
        url,
        notificationEmail,
        secrets.of(id, secretVersion),
        until == null ? null : secrets.of(id, secretVersion - 1),
        until,
        disabledDate,
        createdDate,
        updatedDate);
  }
}
