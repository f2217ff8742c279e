package org.cartwright.messages.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cartwright.messages.Channel;
import org.cartwright.messages.transport.DeliveryFailure;
import org.cartwright.messages.transport.RenderedMessage;
import org.cartwright.platform.scheduling.LongestWait;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one message out of the house: notes the attempt, hands the message over, notes what became
 * of it. Both notes are made with the message locked; between them, while the other side takes its
 * time, no transaction is open.
 */
@Component
class MessageDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(MessageDispatcher.class);

  /**
   * For how long nobody else tries meanwhile, and nobody is erased whom the message is for. It is
   * prolonged while it is being handed over; so somebody else only comes when whoever tried showed
   * no sign of life for some time.
   */
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** Why something is given up that waited for longer than anybody wants it. */
  private static final String TOO_LATE = "It would have come too late to be of use.";

  /** How often the outcome is written down again while the database is away, once a second. */
  private static final int WRITING_DOWN = 120;

  private final OutgoingMessageRepository messages;
  private final MessagePlaces places;
  private final MessageTransports transports;
  private final RetryPauses pauses;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final Duration prolonging;

  MessageDispatcher(
      OutgoingMessageRepository messages,
      MessagePlaces places,
      MessageTransports transports,
      RetryPauses pauses,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      MeterRegistry metrics,
      Clock clock,
      @Value("${cartwright.message-held-again:10s}") Duration prolonging) {
    this.messages = messages;
    this.places = places;
    this.transports = transports;
    this.pauses = pauses;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.metrics = metrics;
    this.clock = clock;
    this.prolonging = prolonging;
    for (var channel : Channel.values()) {
      for (var what : Outcome.values()) {
        counter(what, channel); // so that 0 is told from the start
      }
    }
  }

  /** What can become of an attempt, as it is counted. */
  enum Outcome {
    DELIVERED,
    FAILED,
    RETRIED
  }

  /** An attempt that was noted: what to send, and which one it is. */
  private record Attempt(RenderedMessage rendered, int number) {}

  /** What became of an attempt, and when to try again. */
  private record Concluded(Optional<Outcome> outcome, Optional<Instant> next) {

    static final Concluded NOTHING = new Concluded(Optional.empty(), Optional.empty());
  }

  /** Either an attempt to make now, or when somebody may look again; neither if all is done. */
  private record Begun(@Nullable Attempt attempt, @Nullable Instant later) {}

  /**
   * Tries to deliver a message of the current tenant.
   *
   * @return when to try again, or nothing if there is nothing more to do
   */
  Optional<Instant> deliver(String id) {
    try (var place = places.of(CurrentTenant.id())) {
      return place.isThere() ? deliver(id, place) : Optional.of(place.turn(clock.instant()));
    }
  }

  private Optional<Instant> deliver(String id, MessagePlaces.Place place) {
    var begun = transaction.execute(status -> begin(id, place));
    var attempt = begun.attempt();
    if (attempt == null) {
      return Optional.ofNullable(begun.later());
    }
    var failure = handOver(id, attempt);
    return writeDown(id, attempt, failure);
  }

  private Begun begin(String id, MessagePlaces.Place place) {
    var message = messages.lock(id).filter(OutgoingMessage::isWaiting).orElse(null);
    if (message == null) {
      return new Begun(null, null);
    }
    var now = clock.instant();
    if (isToWait(message, now)) {
      return new Begun(null, message.nextTry());
    }
    if (!message.isOfUse(now)) {
      events.publishEvent(message.fail(TOO_LATE, now));
      counter(Outcome.FAILED, message.channel()).increment();
      return new Begun(null, null);
    }
    if (!place.isThereOver(message.channel())) {
      return new Begun(null, place.turn(now));
    }
    var rendered = message.attempt(now, LEASE);
    return new Begun(new Attempt(rendered, message.attempts()), null);
  }

  /** What was to wait longer than anything does was noted by a clock that went ahead. */
  private boolean isToWait(OutgoingMessage message, Instant now) {
    var next = message.nextTry();
    var pause =
        message.attempts() == 0 ? Duration.ZERO : pauses.after(message.attempts()).orElse(LEASE);
    var latest =
        now.plus(pause.compareTo(LEASE) > 0 ? pause : LEASE).plus(LongestWait.CLOCKS_APART);
    return next.isAfter(now) && !next.isAfter(latest);
  }

  private @Nullable DeliveryFailure handOver(String id, Attempt attempt) {
    var tenant = CurrentTenant.id();
    var isOut = new CountDownLatch(1);
    Thread.ofVirtual()
        .name("errands-" + id)
        .start(() -> CurrentTenant.within(tenant, () -> prolongUntil(isOut, id, attempt.number())));
    try {
      return handOver(attempt.rendered());
    } finally {
      isOut.countDown();
    }
  }

  private void prolongUntil(CountDownLatch isOut, String id, int attempt) {
    try {
      while (!isOut.await(prolonging.toNanos(), TimeUnit.NANOSECONDS)) {
        prolong(id, attempt);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void prolong(String id, int attempt) {
    try {
      transaction.executeWithoutResult(
          status -> messages.prolong(id, attempt, clock.instant().plus(LEASE)));
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("Message {} is held again in a moment", id);
    }
  }

  private @Nullable DeliveryFailure handOver(RenderedMessage rendered) {
    try {
      var transport = transports.over(rendered.channel());
      if (transport.isEmpty()) {
        throw DeliveryFailure.tryAgain("This installation has no way to send it at present.");
      }
      transport.get().handOver(rendered);
      return null;
    } catch (DeliveryFailure e) {
      return e;
    } catch (RuntimeException e) {
      // Without its words, which may quote recipient or content.
      LOG.error("Message {} met an unexpected {}", rendered.id(), e.getClass().getName());
      return DeliveryFailure.uncertain();
    }
  }

  /**
   * The message is out, or not; forgetting that now could send it twice. So this is tried for a
   * while.
   */
  private Optional<Instant> writeDown(
      String id, Attempt attempt, @Nullable DeliveryFailure failure) {
    for (int tries = 1; ; tries++) {
      try {
        var concluded = transaction.execute(status -> conclude(id, attempt.number(), failure));
        concluded.outcome().ifPresent(it -> counter(it, attempt.rendered().channel()).increment());
        return concluded.next();
      } catch (DataAccessException | TransactionException e) {
        if (tries == WRITING_DOWN || !hasSlept()) {
          throw e;
        }
      }
    }
  }

  private Concluded conclude(String id, int attempt, @Nullable DeliveryFailure failure) {
    var message = messages.lock(id).filter(OutgoingMessage::isWaiting).orElse(null);
    if (message == null) {
      return Concluded.NOTHING;
    }
    var now = clock.instant();
    if (failure == null) {
      events.publishEvent(message.deliver(now));
      return new Concluded(Optional.of(Outcome.DELIVERED), Optional.empty());
    }
    if (message.attempts() != attempt) {
      return new Concluded(Optional.empty(), Optional.of(message.nextTry())); // another one tries
    }
    var next =
        failure.verdict() == DeliveryFailure.Verdict.TRY_AGAIN
            ? pauses.after(attempt).map(now::plus).filter(message::isOfUse)
            : Optional.<Instant>empty();
    if (next.isEmpty()) {
      events.publishEvent(message.fail(failure.reason(), now));
      return new Concluded(Optional.of(Outcome.FAILED), Optional.empty());
    }
    message.tryAgain(next.get(), failure.reason());
    return new Concluded(Optional.of(Outcome.RETRIED), Optional.of(message.nextTry()));
  }

  private Counter counter(Outcome outcome, Channel channel) {
    return metrics.counter(
        "cartwright.messages." + outcome.name().toLowerCase(Locale.ROOT),
        "channel",
        channel.name().toLowerCase(Locale.ROOT));
  }

  private static boolean hasSlept() {
    try {
      Thread.sleep(1000);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
