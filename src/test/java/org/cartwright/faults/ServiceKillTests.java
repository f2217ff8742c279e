package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the service under load, again and again. */
@Tag("faults")
class ServiceKillTests {

  private static final int DESKS = 6;

  /** How long after the last kill everything is told that was committed. */
  private static final Duration TELLING = Duration.ofSeconds(60);

  @Test
  void everythingAcknowledgedIsThereOnceAndEverythingIsToldHoweverOftenTheServiceIsKilled() {
    try (var installation = new Installation("service-kills");
        var service = installation.instance("killed", Map.of()).start()) {
      var clinic = Installation.clinic(service, "killed");
      try (var receiver = new EventReceiver(clinic);
          var busy = new BusyClinic(clinic, DESKS, clinic::api)) {
        int kills = Scale.of("kills", 20);
        long lastKill = 0;
        for (int kill = 0; kill < kills; kill++) {
          busy.log().awaitMore(Scale.WRITES_BEFORE);
          service.kill();
          lastKill = System.nanoTime();
          service.start();
        }
        busy.close();
        var rows = installation.rows(clinic);
        await()
            .atMost(TELLING.minusNanos(System.nanoTime() - lastKill))
            .until(() -> rows.untold() == 0);
        var told = Duration.ofNanos(System.nanoTime() - lastKill);

        assertThat(busy.log().brokenOff()).isGreaterThanOrEqualTo(kills);
        busy.isAsAcknowledged(clinic.api());
        rows.areThoseOf(busy);
        assertThat(receiver.arrived()).containsExactlyInAnyOrderElementsOf(rows.eventsToTell());
        HealthReports.isHealthy(service.operator(), clinic);
        Figures.tell(
            "%d kills of the service: %d writes acknowledged, %d broken off, none lost, none twice; %d events told %d s after the last kill"
                .formatted(
                    kills,
                    busy.log().size(),
                    busy.log().brokenOff(),
                    receiver.arrived().size(),
                    told.toSeconds()));
      }
    }
  }
}
