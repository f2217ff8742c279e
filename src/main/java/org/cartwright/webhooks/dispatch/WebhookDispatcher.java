package org.cartwright.webhooks.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cartwright.platform.telemetry.SpanAttributes;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.webhooks.api.DeliveryStatus;
import org.cartwright.webhooks.events.DeliveriesNoted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. Each receiver has a lane: a thread of its own that takes what is due for it, a
 * few at once while all goes well and one by one while it fails, until nothing is. A lane is opened
 * by the commit that notes something, by the time for another attempt, or by the round that finds
 * what an instance left behind. No thread of it serves requests or mail, and few of them are at the
 * database at a time.
 */
@Component
class WebhookDispatcher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);

  /** So many events are on their way to one receiver at once. */
  private static final int AT_ONCE = 8;

  /** So many altogether. */
  static final int ALTOGETHER = 256;

  /** Later attempts are found by the round. */
  private static final Duration SOON = Duration.ofSeconds(90);

  private static final Duration FINISHING = Duration.ofSeconds(12);
  private static final String THREADS = "errands-hooks-";

  private final DeliveryBook book;
  private final DatabasePlaces database;
  private final WebhookTransport transport;
  private final MeterRegistry metrics;
  private final ObservationRegistry observations;
  private final Clock clock;
  private final Semaphore onTheirWay = new Semaphore(ALTOGETHER);

  /** Those that are open, and whether to look again before one is closed. */
  private final Map<Receiver, Boolean> lanes = new ConcurrentHashMap<>();

  private volatile boolean isRunning;

  WebhookDispatcher(
      DeliveryBook book,
      DatabasePlaces database,
      WebhookTransport transport,
      MeterRegistry metrics,
      ObservationRegistry observations,
      Clock clock) {
    this.book = book;
    this.database = database;
    this.transport = transport;
    this.metrics = metrics;
    this.observations = observations;
    this.clock = clock;
    for (var status : DeliveryStatus.values()) {
      count(status, 0); // so that 0 is told from the start
    }
  }

  /** One webhook of one clinic. */
  private record Receiver(String tenant, String webhookId) {}

  @EventListener
  void on(DeliveriesNoted noted) {
    noted.webhookIds().forEach(id -> open(new Receiver(noted.tenant(), id)));
  }

  /** Opens the lanes of everything that is due in the current tenant. */
  void openDue() {
    var tenant = CurrentTenant.id();
    book.bringBack();
    book.webhooksWithDue().forEach(id -> open(new Receiver(tenant, id)));
  }

  private void open(Receiver receiver) {
    if (isRunning()) {
      lanes.compute(
          receiver,
          (it, isToLookAgain) -> {
            if (isToLookAgain == null) {
              Thread.ofVirtual().name(THREADS + it.webhookId()).start(() -> goAlong(it));
              return false;
            }
            return true;
          });
    }
  }

  private void goAlong(Receiver receiver) {
    var isClosed = false; // another may be open by then, whose place is not this one's to clear
    try {
      var atOnce = 1;
      do {
        lanes.put(receiver, false);
        var due = take(receiver, atOnce);
        while (!due.isEmpty()) {
          atOnce = sendAll(receiver, due) ? AT_ONCE : 1;
          due = isRunning() ? take(receiver, atOnce) : List.of();
        }
        isClosed = lanes.remove(receiver, false);
      } while (!isClosed && isRunning());
    } catch (Exception e) {
      // Without its words. What was taken can be taken again soon, and the round looks for it.
      LOG.warn(
          "Sending to webhook {} met a {}; it goes on later",
          receiver.webhookId(),
          e.getClass().getName());
    } finally {
      if (!isClosed) {
        lanes.remove(receiver);
      }
    }
  }

  private List<DueDelivery> take(Receiver receiver, int most) throws Exception {
    return inTurn(receiver, () -> book.takeDue(receiver.webhookId(), most));
  }

  /** Sends some at once, and answers whether all of them were delivered. */
  private boolean sendAll(Receiver receiver, List<DueDelivery> due) throws InterruptedException {
    var areAllDelivered = new AtomicBoolean(true);
    var done = new CountDownLatch(due.size());
    for (var delivery : due) {
      Thread.ofVirtual()
          .name(THREADS + delivery.id())
          .start(
              () -> {
                try {
                  if (!send(receiver, delivery)) {
                    areAllDelivered.set(false);
                  }
                } finally {
                  done.countDown();
                }
              });
    }
    done.await();
    return areAllDelivered.get();
  }

  private boolean send(Receiver receiver, DueDelivery delivery) {
    try {
      onTheirWay.acquire();
      Reply reply;
      try {
        reply = observed(receiver, delivery);
      } finally {
        onTheirWay.release();
      }
      var concluded = inTurn(receiver, () -> book.conclude(delivery, reply));
      count(concluded.status(), 1);
      if (concluded.next() != null) {
        openAt(receiver, concluded.next());
      }
      return reply.isDelivered();
    } catch (Exception e) {
      LOG.warn(
          "What became of event {} could not be noted: {}; it is sent again",
          delivery.id(),
          e.getClass().getName());
      return false;
    }
  }

  /** The receiver learns nothing of the trace: it is another house's. */
  private Reply observed(Receiver receiver, DueDelivery delivery) {
    var observation =
        Observation.createNotStarted("cartwright.webhooks.sending", observations)
            .contextualName("webhook delivery")
            .highCardinalityKeyValue(SpanAttributes.TENANT, receiver.tenant())
            .highCardinalityKeyValue(SpanAttributes.WEBHOOK, receiver.webhookId());
    return observation.observe(
        () -> {
          var reply = transport.send(delivery);
          observation.lowCardinalityKeyValue(
              SpanAttributes.OUTCOME, reply.isDelivered() ? "delivered" : "failed");
          return reply;
        });
  }

  private void openAt(Receiver receiver, Instant next) {
    var pause = Duration.between(clock.instant(), next);
    if (pause.compareTo(SOON) < 0) {
      CompletableFuture.delayedExecutor(
              Math.max(0, pause.toMillis()) + 1, TimeUnit.MILLISECONDS, Runnable::run)
          .execute(() -> open(receiver));
    }
  }

  private <T> T inTurn(Receiver receiver, Callable<T> work) throws Exception {
    return database.within(
        receiver.tenant(), () -> CurrentTenant.call(receiver.tenant(), work::call));
  }

  private void count(DeliveryStatus status, int times) {
    var what =
        status == DeliveryStatus.PENDING ? "retried" : status.name().toLowerCase(Locale.ROOT);
    metrics.counter("cartwright.webhooks." + what).increment(times);
  }

  @Override
  public void start() {
    isRunning = true;
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  @Override
  public void stop(Runnable whenStopped) {
    Thread.ofVirtual()
        .name("stop-hooks")
        .start(
            () -> {
              try {
                stop();
              } finally {
                whenStopped.run();
              }
            });
  }

  /** What is on its way is waited for. */
  @Override
  public void stop() {
    isRunning = false;
    var end = System.nanoTime() + FINISHING.toNanos();
    try {
      while (!lanes.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
