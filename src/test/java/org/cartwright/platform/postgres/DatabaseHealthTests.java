package org.cartwright.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.cartwright.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether the database answers is found out soon, and by one at a time. */
class DatabaseHealthTests {

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch thawed = new CountDownLatch(1);

  private final HealthIndicator frozen =
      () -> {
        asked.incrementAndGet();
        try {
          thawed.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return Health.up().build();
      };

  @Test
  void aDatabaseThatSaysNothingIsAwayAndIsAskedByOneAtATime() throws Exception {
    var health = new DatabaseHealth(frozen, Duration.ofMillis(50));
    Callable<Status> ask = () -> health.health().getStatus();
    assertThat(AtOnce.all(List.of(ask, ask, ask, ask))).containsOnly(Status.DOWN);
    assertThat(ask.call()).isEqualTo(Status.DOWN);
    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(asked).hasValue(1));

    thawed.countDown();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(ask.call()).isEqualTo(Status.UP));
  }

  @Test
  void whatFailsIsAway() {
    HealthIndicator broken =
        () -> {
          throw new IllegalStateException("broken");
        };
    assertThat(new DatabaseHealth(broken, Duration.ofSeconds(5)).health().getStatus())
        .isEqualTo(Status.DOWN);
  }
}
