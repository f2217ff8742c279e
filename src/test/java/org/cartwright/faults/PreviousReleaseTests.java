package org.cartwright.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** This release has migrated the database, and the one before it still serves, or starts again. */
@Tag("faults")
class PreviousReleaseTests {

  private static final int DESKS = 4;
  private static final int WRITES = 200;

  @Test
  void theReleaseBeforeWorksOnTheSchemaOfThisOneAndBesideIt() throws Exception {
    var jar = PreviousRelease.jar();
    try (var installation = new Installation("previous-release");
        var present = installation.instance("present", Map.of()).start();
        var previous =
            new ServiceProcess(
                    "previous", List.of("-jar", jar.toString()), installation.address(), Map.of())
                .start()) {
      var clinic = Installation.clinic(present, "both");
      var there = Installation.at(previous, clinic);
      var turn = new AtomicInteger();
      try (var busy =
          new BusyClinic(
              clinic, DESKS, () -> turn.getAndIncrement() % 2 == 0 ? clinic.api() : there.api())) {
        busy.log().awaitMore(WRITES);
        busy.close();

        busy.isAsAcknowledged(clinic.api());
        busy.isAsAcknowledged(there.api());
        installation.rows(clinic).areThoseOf(busy);
        HealthReports.isHealthy(present.operator(), clinic);
        Figures.tell(
            "%d writes by this release and the one before on this one's schema: %s"
                .formatted(busy.log().size(), jar));
      }
    }
  }
}
