package org.cartwright.audit.recording;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cartwright.audit.Outcome;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts refusals of which there can be a flood: wrong keys, too many requests, links that lead
 * nowhere. They cost the database nothing while they come. Every ten seconds those of a kind become
 * one row, which says how many there were; of an instance that is killed the last ten seconds' are
 * lost.
 */
@Component
class RefusalTally implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalTally.class);

  /** So many kinds of refusals are counted at a time; one more, and they are put down at once. */
  private static final int MOST_KINDS = 10_000;

  private final AuditLog log;
  private final Tenants tenants;
  private final Duration every;
  private final Map<Kind, Long> counts = new ConcurrentHashMap<>();
  private @Nullable Thread clerk;

  RefusalTally(
      AuditLog log,
      Tenants tenants,
      @Value("${cartwright.audit.tally-every:PT10S}") Duration every) {
    this.log = log;
    this.tenants = tenants;
    this.every = every;
  }

  private record Kind(
      String tenant,
      Caller.@Nullable Kind caller,
      @Nullable String keyId,
      String action,
      int status,
      @Nullable String addressFamily) {}

  /** Counts one. */
  void count(String tenant, int status, Occasion occasion) {
    if (!Tenants.isPossible(tenant)) {
      return;
    }
    var caller = Caller.current();
    var kind =
        new Kind(
            tenant,
            caller.kind() == Caller.Kind.SERVICE ? null : caller.kind(),
            caller.who(),
            occasion.action(),
            status,
            occasion.addressFamily());
    counts.merge(kind, 1L, Long::sum);
    if (counts.size() > MOST_KINDS) {
      putDown();
    }
  }

  /** Puts down what was counted, of tenants that are there. */
  synchronized void putDown() {
    if (counts.isEmpty()) {
      return;
    }
    var there = new HashSet<>(tenants.ids());
    for (var kind : List.copyOf(counts.keySet())) {
      var times = counts.remove(kind);
      if (times != null && there.contains(kind.tenant())) {
        putDown(kind, times);
      }
    }
  }

  private void putDown(Kind kind, long times) {
    try {
      log.alone(
          new Access(
              kind.tenant(),
              kind.caller(),
              kind.keyId(),
              kind.action(),
              Outcome.REFUSED,
              kind.status(),
              List.of(),
              List.of(),
              times,
              null,
              kind.addressFamily()));
    } catch (RuntimeException e) {
      counts.merge(kind, times, Long::sum);
      throw e;
    }
  }

  private void goOn() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(every);
        putDown();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("Refusals cannot be put down yet: {}", e.getClass().getName());
      }
    }
  }

  @Override
  public synchronized void start() {
    if (clerk == null) {
      clerk = Thread.ofVirtual().name("errands-tally").start(this::goOn);
    }
  }

  /** What was counted to the last is put down. */
  @Override
  public synchronized void stop() {
    if (clerk != null) {
      clerk.interrupt();
      clerk = null;
      try {
        putDown();
      } catch (RuntimeException e) {
        LOG.warn("Refusals could not be put down: {}", e.getClass().getName());
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return clerk != null;
  }
}
