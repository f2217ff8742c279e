package org.cartwright.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However many patients and tags there are, reading takes the same few statements. */
@CartwrightTest
class PatientStatementsTests {

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinicWith(int patients) {
    var clinic = clinics.open();
    for (int i = 0; i < patients; i++) {
      clinic.patient(aPatient().id("p" + i).firstName("Jane"));
      var tag =
          clinic.api().post("/user/patient/tags", body().with("name", "tag" + i)).ok().at("/id");
      clinic
          .api()
          .post(
              "/user/patient/p%d/tags".formatted(i),
              body().with("patientId", "p" + i).with("tagIds", list(tag)))
          .ok();
    }
    return clinic;
  }

  @Test
  void readingTakesTheSameFewStatementsHoweverMuchThereIs() {
    var few = clinicWith(1);
    var many = clinicWith(15);
    var all =
        IntStream.range(0, 15).mapToObj(i -> "patient_ids=p" + i).collect(Collectors.joining("&"));

    for (var clinic : new Clinic[] {few, many}) {
      assertThat(taken(clinic, "/user/patient/p0")).isEqualTo(6);
      assertThat(taken(clinic, "/user/patient/p0/tags")).isEqualTo(5);
      assertThat(taken(clinic, "/user/patient/list?" + all)).isEqualTo(6);
      assertThat(taken(clinic, "/user/patient/search?search_term=jane&n=100")).isEqualTo(6);
      assertThat(taken(clinic, "/user/patient/tags/list")).isEqualTo(5);
    }
  }

  private long taken(Clinic clinic, String path) {
    return statements.during(() -> clinic.api().get(path).ok());
  }

  @Test
  void archivingManyTakesOneLockOneBatchAndTellsIt() {
    var clinic = clinicWith(10);
    var ids = IntStream.range(0, 10).mapToObj(i -> "p" + i).toList();

    var taken =
        statements.during(
            () -> clinic.api().post("/user/patient/archive", body().with("patientIds", ids)).ok());

    assertThat(taken).isEqualTo(5 + 1);
  }
}
