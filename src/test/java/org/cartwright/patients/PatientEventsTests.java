package org.cartwright.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCredit;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.tenancy.Caller;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.Body;
import org.cartwright.testing.bodies.CreditBody;
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

  @Test
  void otherTagsAreAnnouncedUnlessThePatientHasThemAlready() {
    var ann = clinic.patient();
    var tags = "/user/patient/tags";
    var vip = clinic.api().post(tags, body().with("name", "VIP")).ok().at("/id");
    var loud = clinic.api().post(tags, body().with("name", "Loud")).ok().at("/id");

    assertThat(heard(() -> tagged(ann, vip).ok())).containsExactly("CHANGED " + ann);
    assertThat(heard(() -> tagged(ann, vip, vip).ok())).isEmpty();
    assertThat(heard(() -> tagged(ann, loud, vip).ok())).containsExactly("CHANGED " + ann);
    assertThat(heard(() -> tagged(ann, vip, loud).ok())).isEmpty();
    assertThat(heard(() -> tagged(ann, loud).ok())).containsExactly("CHANGED " + ann);
    assertThat(heard(() -> tagged(ann, "nothing").refused(422))).isEmpty();
    assertThat(heard(() -> tagged(ann).ok())).containsExactly("CHANGED " + ann);
    assertThat(heard(() -> tagged(ann).ok())).isEmpty();
  }

  private Answer tagged(String patient, String... tags) {
    return clinic
        .api()
        .post(
            "/user/patient/" + patient + "/tags",
            body().with("patientId", patient).with("tagIds", tags));
  }

  @Test
  void anotherBalanceIsAnnouncedAndTheSameOneIsNot() {
    var ann = clinic.patient();
    var credit = new String[1];

    assertThat(heard(() -> credit[0] = granted(ann, aCredit(500))))
        .containsExactly("CHANGED " + ann);
    assertThat(heard(() -> granted(ann, aCredit(500).remaining(0)))).isEmpty();
    assertThat(heard(() -> corrected(ann, credit[0], body().with("comment", "Sorry")))).isEmpty();
    assertThat(heard(() -> corrected(ann, credit[0], body().with("amount", 700))))
        .containsExactly("CHANGED " + ann);
    assertThat(heard(() -> corrected(ann, credit[0], body().with("amount", 700)))).isEmpty();
    var same = body().with("amount", 900).with("amountRemaining", 700);
    assertThat(heard(() -> corrected(ann, credit[0], same))).isEmpty();
    var less = body().with("amountRemaining", 100);
    assertThat(heard(() -> corrected(ann, credit[0], less))).containsExactly("CHANGED " + ann);

    var unused = granted(ann, aCredit(300));
    assertThat(heard(() -> clinic.api().delete(credit(ann, unused)).ok()))
        .containsExactly("CHANGED " + ann);
    assertThat(heard(() -> clinic.patient(aPatient().with("creditBalance", 300)))).hasSize(1);
  }

  @Test
  void creditThatHasRunOutIsInNoBalanceUntilItIsProlonged() {
    var ann = clinic.patient();
    var now = Instant.now();
    var credit = granted(ann, aCredit(500).expiring(now.plus(Duration.ofDays(1))));

    clock.in(
        Duration.ofDays(2),
        () -> {
          assertThat(heard(() -> corrected(ann, credit, body().with("amount", 700)))).isEmpty();
          var longer = body().with("expiryDate", now.plus(Duration.ofDays(3)));
          assertThat(heard(() -> corrected(ann, credit, longer))).containsExactly("CHANGED " + ann);
          assertThat(heard(() -> corrected(ann, credit, body().with("expiryDate", null))))
              .isEmpty();
        });
  }

  private String granted(String patient, CreditBody credit) {
    return clinic.api().post("/user/patient/" + patient + "/credit", credit).ok().at("/id");
  }

  private void corrected(String patient, String credit, Body<?> wanted) {
    clinic.api().patch(credit(patient, credit), wanted).ok();
  }

  private static String credit(String patient, String id) {
    return "/user/patient/" + patient + "/credit/" + id;
  }

  @Test
  void creditThatPaysOrIsGivenBackIsAnnouncedOnceEachTime() {
    var desk = PaymentDesk.of(clinic);
    desk.credit(300);
    desk.credit(400);
    var charge = desk.charge(2000);
    var payment = new String[1];

    assertThat(heard(() -> payment[0] = desk.payWithCredit(charge, 600).ok().at("/id")))
        .containsExactly("CHANGED " + desk.patient());
    assertThat(heard(() -> desk.pay(charge, 100).ok())).isEmpty();
    assertThat(heard(() -> desk.payWithCredit(charge, 5000).refused(409))).isEmpty();
    assertThat(heard(() -> desk.refund(payment[0], 500).ok()))
        .containsExactly("CHANGED " + desk.patient());
  }

  @Test
  void whatIsGivenBackToCreditThatHasRunOutIsInNoBalance() {
    var desk = PaymentDesk.of(clinic);
    granted(desk.patient(), aCredit(300).expiring(Instant.now().plus(Duration.ofDays(1))));
    var payment = desk.payWithCredit(desk.charge(200), 200).ok().at("/id");

    clock.in(
        Duration.ofDays(2),
        () -> assertThat(heard(() -> desk.refund(payment, 200).ok())).isEmpty());
  }
}
