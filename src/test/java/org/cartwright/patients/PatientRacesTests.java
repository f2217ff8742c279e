package org.cartwright.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two who do the same at the same time. */
@CartwrightTest
class PatientRacesTests {

  @Autowired private Clinics clinics;

  private static List<Integer> together(List<Callable<Answer>> requests) throws Exception {
    var barrier = new CyclicBarrier(requests.size());
    try (var threads = Executors.newFixedThreadPool(requests.size())) {
      var answers =
          threads.invokeAll(
              requests.stream()
                  .map(
                      request ->
                          (Callable<Answer>)
                              () -> {
                                barrier.await();
                                return request.call();
                              })
                  .toList());
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) {
        statuses.add(answer.get().status());
      }
      statuses.sort(null);
      return statuses;
    }
  }

  @RepeatedTest(5)
  void onlyOneGetsAnId() throws Exception {
    var api = clinics.open().api();
    var body = body().with("id", "p1");

    assertThat(
            together(
                List.of(
                    () -> api.post("/user/patient/create", body),
                    () -> api.post("/user/patient/create", body))))
        .containsExactly(200, 409);
  }

  @RepeatedTest(5)
  void onlyOneGetsAnExternalId() throws Exception {
    var clinic = clinics.open();
    var patient = clinic.patient();
    var api = clinic.api();

    var answers =
        AtOnce.<Answer>all(
            List.of(
                () -> api.post("/user/patient/create", aPatient().externalId("E1")),
                () -> api.put("/user/patient/" + patient, aPatient().externalId("E1"))));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    var got = answers.get(answers.get(0).status() == 200 ? 0 : 1);
    var refused = answers.get(answers.get(0).status() == 200 ? 1 : 0);
    assertThat(refused.at("/patientId")).isEqualTo(got.at("/id"));
    assertThat(api.get("/user/patient/search?search_term=E1").ok().json().size()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void onlyOneGetsATagName() throws Exception {
    var api = clinics.open().api();

    assertThat(
            together(
                List.of(
                    () -> api.post("/user/patient/tags", body().with("name", "VIP")),
                    () -> api.post("/user/patient/tags", body().with("name", "vip")))))
        .containsExactly(200, 409);

    assertThat(api.get("/user/patient/tags/list").ok().number("/total")).isEqualTo(1);
  }

  @RepeatedTest(5)
  void changesOfDifferentFieldsAllArrive() throws Exception {
    var clinic = clinics.open();
    var path = "/user/patient/" + clinic.patient();
    var api = clinic.api();

    assertThat(
            together(
                List.of(
                    () -> api.put(path, aPatient().firstName("A")),
                    () -> api.put(path, aPatient().lastName("B")),
                    () -> api.put(path, aPatient().with("city", "C")))))
        .containsExactly(200, 200, 200);

    var after = api.get(path).ok();
    assertThat(after.at("/firstName") + after.at("/lastName") + after.at("/city")).isEqualTo("ABC");
  }

  @RepeatedTest(5)
  void deletingATagWhileItIsAssignedLeavesNoTrace() throws Exception {
    var clinic = clinics.open();
    var patient = clinic.patient();
    var api = clinic.api();
    var tag = api.post("/user/patient/tags", body().with("name", "VIP")).ok().at("/id");

    var statuses =
        together(
            List.of(
                () -> api.delete("/user/patient/tags/" + tag),
                () ->
                    api.post(
                        "/user/patient/" + patient + "/tags",
                        body().with("patientId", patient).with("tagIds", list(tag)))));

    assertThat(statuses.getFirst()).isEqualTo(200);
    assertThat(statuses.getLast()).isIn(200, 422);
    assertThat(api.get("/user/patient/" + patient + "/tags").ok().text()).isEqualTo("[]");
  }

  @RepeatedTest(5)
  void archivingTheSamePatientsInAnyOrderWaitsForNobody() throws Exception {
    var clinic = clinics.open();
    var a = clinic.patient();
    var b = clinic.patient();
    var api = clinic.api();

    assertThat(
            together(
                List.of(
                    () -> api.post("/user/patient/archive", archived(a, b)),
                    () -> api.post("/user/patient/archive", archived(b, a)))))
        .containsExactly(200, 200);
  }

  private static Body<?> archived(String first, String second) {
    return body().with("patientIds", list(first, second));
  }
}
