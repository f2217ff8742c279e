package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.testing.Clinic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clock of the service's machine is set under load, ahead and back. */
@Tag("faults")
class ClockJumpTests {

  private static final int DESKS = 4;
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void everythingAcknowledgedIsThereOnceAndEverythingGoesOnWhateverTheClockIsSetTo() {
    var found = SettableClock.in(Path.of("target", "faults", "clock"));
    assumeTrue(found.isPresent(), "no clock can be set without a C compiler");
    var clock = found.orElseThrow();
    var environment = new HashMap<>(clock.environment());
    environment.put("CARTWRIGHT_ROUND_EVERY", "PT1S");
    try (var installation = new Installation("clock-jumps");
        var service = installation.instance("jumping", Map.copyOf(environment)).start()) {
      var clinic = Installation.clinic(service, "jumping");
      var rows = installation.rows(clinic);
      var quoting = Installation.clinic(service, "quoting");
      var quotes = installation.rows(quoting);
      var provider = quoting.provider();
      try (var receiver = new EventReceiver(clinic);
          var busy = new BusyClinic(clinic, DESKS, clinic::api)) {
        busy.log().awaitMore(Scale.WRITES_BEFORE);
        int expired = 0;
        for (var ahead : new Duration[] {DAY, Duration.ZERO, DAY.negated(), Duration.ZERO}) {
          clock.set(ahead);
          await().atMost(SOON).until(() -> isAhead(quoting, ahead));
          busy.log().awaitMore(Scale.WRITES_BEFORE);
          expired++;
          quoteOf(installation, quoting, provider, Instant.now().plus(ahead).minusSeconds(1));
          int all = expired;
          await().atMost(SOON).until(() -> quotes.events("QUOTE_EXPIRED").size() == all);
        }
        int repeated = busy.log().repeated();

        clock.set(DAY);
        await().atMost(SOON).until(() -> isAhead(quoting, DAY));
        busy.log().awaitMore(Scale.WRITES_BEFORE);
        service.kill();
        clock.set(Duration.ZERO);
        service.start();
        busy.log().awaitMore(Scale.WRITES_BEFORE);
        busy.close();
        await().atMost(SOON).until(() -> rows.untold() == 0);

        busy.isAsAcknowledged(clinic.api());
        rows.areThoseOf(busy);
        assertThat(receiver.arrived()).containsExactlyInAnyOrderElementsOf(rows.eventsToTell());
        HealthReports.isHealthy(service.operator(), clinic);
        Figures.tell(
            "5 times the clock was set, by a day ahead or back: %d writes acknowledged, %d sent again before a kill, none lost, none twice"
                .formatted(busy.log().size(), repeated));
      }
    }
  }

  /** Whether the service goes by a time that is so much ahead. */
  private static boolean isAhead(Clinic clinic, Duration ahead) {
    var said =
        Instant.parse(
            clinic.cart(clinic.patient(), line(clinic.item("Hour", 1))).at("/createdDate"));
    var off = Duration.between(Instant.now().plus(ahead), said).abs();
    return off.compareTo(Duration.ofMinutes(10)) < 0;
  }

  /** A sent quote that is valid until a moment. */
  private static void quoteOf(
      Installation installation, Clinic clinic, String provider, Instant validUntil) {
    var patient = clinic.patient();
    var cart = clinic.cart(patient, line(clinic.item("Serum", 1000))).at("/id");
    var quote =
        clinic
            .api()
            .post("/billing/quote", aQuote(patient, cart).with("creatorId", provider))
            .ok()
            .at("/id");
    installation
        .database()
        .askAsSuperuser(
            jdbc ->
                jdbc.sql("update quote set valid_until_date = ? where id = ?")
                    .param(validUntil.atOffset(ZoneOffset.UTC))
                    .param(quote)
                    .update());
  }
}
