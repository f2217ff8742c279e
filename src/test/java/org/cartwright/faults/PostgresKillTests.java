package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of PostgreSQL under load, again and again. */
@Tag("faults")
class PostgresKillTests {

  private static final int DESKS = 6;
  private static final Duration SOON = Duration.ofMinutes(1);

  /** Whether the service lived whenever it was asked. */
  private static final class Pulse implements AutoCloseable {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger silent = new AtomicInteger();
    private final Thread asking;

    Pulse(ServiceProcess service) {
      asking =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                      asked.incrementAndGet();
                      if (!service.says("liveness", 200)) {
                        silent.incrementAndGet();
                      }
                      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                    }
                  });
    }

    @Override
    public void close() throws InterruptedException {
      asking.interrupt();
      asking.join();
    }
  }

  @Test
  void everythingAcknowledgedIsThereOnceAndAllHealsByItselfHoweverOftenPostgresIsKilled()
      throws Exception {
    try (var installation = new Installation("postgres-kills");
        var service = installation.instance("bereft", Map.of()).start()) {
      var clinic = Installation.clinic(service, "bereft");
      int crashes = Scale.of("crashes", 10);
      var pulse = new Pulse(service);
      try (pulse;
          var receiver = new EventReceiver(clinic);
          var busy = new BusyClinic(clinic, DESKS, clinic::api)) {
        for (int crash = 0; crash < crashes; crash++) {
          busy.log().awaitMore(Scale.WRITES_BEFORE);
          if (crash % 2 == 0) {
            installation.database().kill();
            await().atMost(SOON).until(() -> service.says("readiness", 503));
            installation.database().startAgain();
          } else {
            installation.database().killOneThatServes();
          }
          await().atMost(SOON).until(service::isReady);
        }
        busy.log().awaitMore(Scale.WRITES_BEFORE);
        busy.close();
        var rows = installation.rows(clinic);
        await().atMost(SOON).until(() -> rows.untold() == 0);

        busy.isAsAcknowledged(clinic.api());
        rows.areThoseOf(busy);
        assertThat(receiver.arrived()).containsExactlyInAnyOrderElementsOf(rows.eventsToTell());
        HealthReports.isHealthy(service.operator(), clinic);
        Figures.tell(
            "%d kills of PostgreSQL: %d writes acknowledged, %d sent again, none lost, none twice; alive %d times of %d"
                .formatted(
                    crashes,
                    busy.log().size(),
                    busy.log().repeated(),
                    pulse.asked.get() - pulse.silent.get(),
                    pulse.asked.get()));
      }
      assertThat(pulse.silent.get()).isZero();
    }
  }
}
