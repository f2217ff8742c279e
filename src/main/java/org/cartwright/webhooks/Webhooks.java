package org.cartwright.webhooks;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.webhooks.address.ReceiverAddresses;
import org.cartwright.webhooks.api.DeliveryFailure;
import org.cartwright.webhooks.api.WebhookCreate;
import org.cartwright.webhooks.api.WebhookDetail;
import org.cartwright.webhooks.api.WebhookSummary;
import org.cartwright.webhooks.api.WebhookUpdate;
import org.cartwright.webhooks.api.WebhookWrite;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks of the clinic that is asking. */
@Service
public class Webhooks {

  /** So many webhooks a clinic has at most: each costs something with every event. */
  static final int MOST = 20;

  private final WebhookRepository webhooks;
  private final WebhookSecrets secrets;
  private final ReceiverAddresses addresses;
  private final EntityManager entities;
  private final Clock clock;

  Webhooks(
      WebhookRepository webhooks,
      WebhookSecrets secrets,
      ReceiverAddresses addresses,
      EntityManager entities,
      Clock clock) {
    this.webhooks = webhooks;
    this.secrets = secrets;
    this.addresses = addresses;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Makes a webhook of alerts of the published API.
   *
   * @throws InvalidRequest if nothing is sent to its address
   * @throws WebhookRefusal if there are too many
   */
  @Transactional
  public WebhookSummary create(WebhookCreate wanted) {
    return open(wanted.url(), wanted.subscriptions(), wanted.notificationEmail()).summary(secrets);
  }

  /** Makes a webhook of anything that happens here, refused as {@link #create(WebhookCreate)}. */
  @Transactional
  public WebhookDetail create(WebhookWrite wanted) {
    return open(wanted.url(), wanted.types(), wanted.notificationEmail())
        .detail(secrets, clock.instant());
  }

  private Webhook open(
      String url, Collection<? extends Enum<?>> subscriptions, @Nullable String notificationEmail) {
    requireSendable(url);
    webhooks.hold(CurrentTenant.id()); // of those who come at once each counts the one before
    if (webhooks.countLive() >= MOST) {
      throw WebhookRefusal.tooMany(MOST);
    }
    var webhook =
        new Webhook(Ids.next("hook"), url, subscriptions, notificationEmail, clock.instant());
    entities.persist(webhook);
    entities.flush();
    return webhook;
  }

  private void requireSendable(String url) {
    addresses
        .refusal(url)
        .ifPresent(
            why -> {
              throw new InvalidRequest(Violation.inBody(why, "url"));
            });
  }

  /**
   * Changes what the client named, and tries the webhook again if it was disabled.
   *
   * @throws InvalidRequest if nothing is sent to its address
   * @throws WebhookRefusal if it was deleted
   */
  @Transactional
  public WebhookSummary change(String id, WebhookUpdate wanted) {
    var webhook = lock(id);
    webhook.requireLive();
    if (wanted.url() != null) {
      requireSendable(wanted.url());
      webhook.move(wanted.url());
    }
    if (wanted.subscriptions() != null) {
      webhook.subscribe(wanted.subscriptions());
    }
    if (wanted.given().has("notificationEmail")) {
      webhook.notify(wanted.notificationEmail());
    }
    webhook.changed(clock.instant());
    entities.flush();
    return webhook.summary(secrets);
  }

  /** Says everything about a webhook anew, refused as {@link #change}. */
  @Transactional
  public WebhookDetail replace(String id, WebhookWrite wanted) {
    var webhook = lock(id);
    webhook.requireLive();
    requireSendable(wanted.url());
    var now = clock.instant();
    webhook.move(wanted.url());
    webhook.subscribeTo(wanted.types());
    webhook.notify(wanted.notificationEmail());
    webhook.changed(now);
    entities.flush();
    return webhook.detail(secrets, now);
  }

  /**
   * Gives a webhook a new secret, beside which the one before holds for a day.
   *
   * @throws WebhookRefusal if it was deleted, or got a new one within the last day
   */
  @Transactional
  public WebhookDetail rotate(String id) {
    var webhook = lock(id);
    webhook.requireLive();
    var now = clock.instant();
    webhook.rotate(now);
    entities.flush();
    return webhook.detail(secrets, now);
  }

  /** Deletes a webhook; nothing is sent to it any more. One that was deleted stays so. */
  @Transactional
  public void delete(String id) {
    lock(id).archive(clock.instant());
    webhooks.giveUp(CurrentTenant.id(), id, DeliveryFailure.DELETED.sentence(null));
  }

  /** A webhook, even a deleted one. */
  @Transactional(readOnly = true)
  public WebhookSummary summary(String id) {
    return find(id).summary(secrets);
  }

  /** The same with everything it is told of. */
  @Transactional(readOnly = true)
  public WebhookDetail detail(String id) {
    return find(id).detail(secrets, clock.instant());
  }

  @Transactional(readOnly = true)
  public List<WebhookSummary> summaries(boolean includeArchived) {
    var found = includeArchived ? webhooks.all() : webhooks.live();
    return found.stream().map(webhook -> webhook.summary(secrets)).toList();
  }

  @Transactional(readOnly = true)
  public List<WebhookDetail> details() {
    var now = clock.instant();
    return webhooks.live().stream().map(webhook -> webhook.detail(secrets, now)).toList();
  }

  /**
   * Makes sure that there is a webhook that something is sent to.
   *
   * @throws Missing if there is none
   * @throws WebhookRefusal if it was deleted, or answered that it is gone and was not changed since
   */
  @Transactional(readOnly = true)
  public void requireSentTo(String id) {
    find(id).requireSentTo();
  }

  /**
   * A webhook, held so that nobody else changes it before the caller's transaction ends.
   *
   * @throws Missing if there is none
   * @throws WebhookRefusal if it was deleted
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public WebhookDetail held(String id) {
    var webhook = lock(id);
    webhook.requireLive();
    return webhook.detail(secrets, clock.instant());
  }

  /** All of them, held so that nobody who asks like this makes one meanwhile. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<WebhookDetail> allHeld() {
    webhooks.hold(CurrentTenant.id());
    return details();
  }

  private Webhook find(String id) {
    return possible(id).flatMap(webhooks::find).orElseThrow(() -> Missing.a("Webhook"));
  }

  private Webhook lock(String id) {
    return possible(id).flatMap(webhooks::lock).orElseThrow(() -> Missing.a("Webhook"));
  }

  private static Optional<String> possible(String id) {
    return Optional.of(id).filter(Ids::isPossible);
  }
}
