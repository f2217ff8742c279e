package org.cartwright.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cartwright.tenancy.Caller;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is done to a patient is announced once, with who did it; what is no news is not. */
@CartwrightTest
class PatientEventsTests {

  @Autowired private Clinics clinics;
  @Autowired private Announcements announcements;
  @Autowired private TestClock clock;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  /** What is announced of patients while something is done. */
  private List<PatientEvent> events(Runnable work) {
    return announcements.during(work).stream()
        .filter(PatientEvent.class::isInstance)
        .map(PatientEvent.class::cast)
        .toList();
  }

  private List<String> heard(Runnable work) {
    return events(work).stream().map(event -> event.type() + " " + event.patientId()).toList();
  }

  private void archive(boolean isArchived, String... ids) {
    clinic
        .api()
        .post(
            "/user/patient/archive", body().with("patientIds", ids).with("isArchived", isArchived))
        .ok();
  }

  @Test
  void aPatientWhoIsEnteredIsAnnouncedWithTheKeyThatDidItAndTheMoment() {
    var now = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    var id = new String[1];

    clock.stoppedAt(
        now,
        () ->
            assertThat(events(() -> id[0] = clinic.patient()))
                .containsExactly(
                    new PatientEvent(
                        PatientEvent.Type.CREATED,
                        id[0],
                        Caller.withKey(clinic.id(), clinic.keyId()),
                        now)));
  }

  @Test
  void aRefusedEntryIsNotAnnounced() {
    clinic.patient(aPatient().externalId("E1").firstName("Ann"));

    assertThat(
            heard(
                () ->
                    clinic
                        .api()
                        .post("/user/patient/create", aPatient().externalId("E1"))
                        .refused(409)))
        .isEmpty();
  }

  @Test
  void aChangeIsAnnouncedUnlessItSaysWhatIsWrittenAlready() {
    var id =
        clinic.patient(
            aPatient()
                .firstName("Ann")
                .with("meta", body().with("a", list(1, 2)))
                .with("country", "US"));
    var path = "/user/patient/" + id;

    assertThat(heard(() -> clinic.api().put(path, aPatient().firstName("Anna")).ok()))
        .containsExactly("CHANGED " + id);
    assertThat(
            heard(
                () ->
                    clinic
                        .api()
                        .put(
                            path,
                            aPatient().firstName("Anna").with("meta", body().with("a", list(1, 2))))
                        .ok()))
        .isEmpty();
    assertThat(heard(() -> clinic.api().put(path, body()).ok())).isEmpty();
    assertThat(heard(() -> clinic.api().put("/user/patient/nobody", body()).refused(404)))
        .isEmpty();
  }

  @Test
  void theSameNumbersAreNoNewsHoweverTheyAreSpelled() {
    var id = clinic.patient(aPatient().with("meta", json("{\"b\":0.10,\"c\":[100,{\"d\":null}]}")));
    var path = "/user/patient/" + id;

    for (var same :
        List.of("{\"b\":0.10,\"c\":[100,{\"d\":null}]}", "{\"c\":[1E2,{\"d\":null}],\"b\":0.1}")) {
      assertThat(heard(() -> clinic.api().put(path, body().with("meta", json(same))).ok()))
          .as(same)
          .isEmpty();
    }
    for (var other :
        List.of(
            "{\"b\":0.11,\"c\":[100,{\"d\":null}]}",
            "{\"b\":0.11,\"c\":[100,{\"e\":null}]}",
            "{\"b\":0.11,\"c\":[100]}",
            "{\"b\":\"0.11\",\"c\":[100]}")) {
      assertThat(heard(() -> clinic.api().put(path, body().with("meta", json(other))).ok()))
          .as(other)
          .containsExactly("CHANGED " + id);
    }
  }

  @Test
  void whoIsArchivedOrTakenOutIsAnnouncedEachOnce() {
    var ann = clinic.patient();
    var ben = clinic.patient();

    assertThat(heard(() -> archive(true, ann))).containsExactly("ARCHIVED " + ann);
    assertThat(heard(() -> archive(true, ann, ben))).containsExactly("ARCHIVED " + ben);
    assertThat(heard(() -> archive(false, ann, ben, ann)))
        .containsExactlyInAnyOrder("CHANGED " + ann, "CHANGED " + ben);
    assertThat(heard(() -> archive(false, ann))).isEmpty();
  }
}
