package org.cartwright.webhooks.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Events are kept for thirty days. */
@CartwrightTest
class OldEventsTests {

  private static final Duration KEPT = Duration.ofDays(30);

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private OldEvents events;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  private List<String> told() {
    var page = clinic.api().get("/webhooks/events").ok().json();
    return StreamSupport.stream(page.get("data").spliterator(), false)
        .map(e -> e.get("type").asString() + " " + e.at("/data/sequence").asLong())
        .toList();
  }

  private void forget() {
    CurrentTenant.within(clinic.id(), events::forget);
  }

  @Test
  void whatIsOldIsForgottenAndWhatCameLaterIsKeptAndCountsOn() {
    var patient = clinic.patient();
    clinic.item("Filler", 1000);
    clock.in(
        Duration.ofDays(1),
        () -> clinic.api().put("/user/patient/" + patient, body().with("firstName", "Eva")).ok());

    clock.in(KEPT.minusMinutes(5), this::forget);
    assertThat(told()).containsExactly("PATIENT_CREATED 1", "ITEM_CREATED 1", "PATIENT_UPDATED 2");

    clock.in(KEPT.plusMinutes(5), this::forget);
    assertThat(told()).containsExactly("PATIENT_UPDATED 2");
  }

  @Test
  void whatBecameOfAnOldEventIsForgottenWithIt() {
    var hook =
        clinic
            .api()
            .post(
                "/webhooks",
                body().with("url", "http://localhost:1/").with("types", list("PATIENT_CREATED")))
            .ok();
    var path = "/webhooks/" + hook.at("/id");
    clinic.patient();
    assertThat(clinic.api().get(path + "/deliveries").ok().json().get("data")).hasSize(1);

    clock.in(KEPT.plusMinutes(5), this::forget);

    assertThat(clinic.api().get(path + "/deliveries").ok().json().get("data")).isEmpty();
    clinic.api().delete(path).ok();
  }
}
