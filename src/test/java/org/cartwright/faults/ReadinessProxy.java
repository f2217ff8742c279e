package org.cartwright.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;

/**
 * Passes requests to the instances in turn, and to those alone that say they are ready: every so
 * often it asks them, as a proxy does.
 */
final class ReadinessProxy implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(250);

  private final List<Api> instances;
  private final AtomicInteger turn = new AtomicInteger();
  private final Thread looking;
  private volatile List<Api> ready = List.of();

  ReadinessProxy(List<Api> instances) {
    this.instances = List.copyOf(instances);
    look();
    looking =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    LockSupport.parkNanos(EVERY.toNanos());
                    look();
                  }
                });
  }

  private void look() {
    ready = instances.stream().filter(ReadinessProxy::isReady).toList();
  }

  private static boolean isReady(Api instance) {
    try {
      return instance.get("/actuator/health/readiness").status() == 200;
    } catch (IllegalStateException away) {
      return false;
    }
  }

  /** The instance whose turn it is, asked by a clinic. */
  Api next(Clinic clinic) {
    var there = ready;
    return there
        .get(Math.floorMod(turn.getAndIncrement(), there.size()))
        .with("TENANT", clinic.id())
        .with("API-KEY", clinic.key());
  }

  /** How many instances are asked now. */
  int ready() {
    return ready.size();
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
