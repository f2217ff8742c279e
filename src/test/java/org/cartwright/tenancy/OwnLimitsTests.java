package org.cartwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.TestPatience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator sets how much a clinic may ask. */
@CartwrightTest
class OwnLimitsTests {

  @Autowired private Clinics clinics;
  @Autowired private TestPatience patience;

  private Clinic clinic;
  private String limits;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    limits = "/platform/tenants/" + clinic.id() + "/limits";
  }

  private static String mostAtOnce(Clinic clinic) {
    return clinic.api().get("/tenant/public").headers().firstValue("X-RateLimit-Limit").orElse("");
  }

  @Test
  void whatIsSetHoldsAtOnceForThatClinicAloneUntilItIsTakenBack() {
    var set =
        clinics
            .operator()
            .put(limits, body().with("requestsPerSecond", 500).with("inFlight", 7))
            .ok();

    assertThat(set.at("/own/requestsPerSecond")).isEqualTo("500");
    assertThat(set.json().at("/own/burst").isNull()).isTrue();
    assertThat(set.at("/inForce/burst")).isEqualTo("500");
    assertThat(set.at("/inForce/inFlight")).isEqualTo("7");
    assertThat(clinics.operator().get(limits).ok().text()).isEqualTo(set.text());
    assertThat(mostAtOnce(clinic)).isEqualTo("500");
    assertThat(mostAtOnce(clinics.open())).isEqualTo("2000");

    clinics.operator().put(limits, body()).ok();

    assertThat(mostAtOnce(clinic)).isEqualTo("2000");
  }

  @Test
  void whatIsSetThroughAnotherInstanceHoldsSoon() {
    TestDatabase.shared()
        .executeAsSuperuser(
            "update tenant set limit_burst = 1234 where id = '%s'".formatted(clinic.id()));

    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(mostAtOnce(clinic)).isEqualTo("1234"));
  }

  @Test
  void whatCannotBeALimitIsRefusedAndSoIsWhoIsNotThere() {
    clinics
        .operator()
        .put(limits, body().with("requestsPerSecond", -1).with("inFlight", 100_001))
        .refused(422);
    clinics.operator().put("/platform/tenants/nobodys/limits", body()).refused(404);
    clinics.operator().get("/platform/tenants/nobodys/limits").refused(404);
    clinic.api().put(limits, body().with("inFlight", 0)).refused(401);
  }

  /** One that waits for its own locks with all it has does not take what the others need. */
  @Test
  void aClinicThatAsksForAllThereIsDisturbsNoOther() throws Exception {
    clinics.operator().put(limits, body().with("inFlight", 3)).ok();
    var cart = clinic.cart(clinic.patient());
    var path = "/billing/cart/" + cart.at("/id");
    var change = body().with("patientId", cart.at("/patient/id")).with("notes", "again");
    var quiet = clinics.open();
    var patient = quiet.patient();

    try (var ignored = patience.shortened();
        var somebody = TestDatabase.shared().superuser();
        var lock = somebody.prepareStatement("select from cart where tenant_id = ? for update")) {
      somebody.setAutoCommit(false);
      lock.setString(1, clinic.id());
      lock.execute();
      var flood = new ArrayList<Callable<Answer>>();
      for (int n = 0; n < 60; n++) {
        flood.add(
            n % 3 == 0
                ? () -> quiet.api().get("/user/patient/" + patient)
                : () -> clinic.api().put(path, change));
      }
      var statuses = AtOnce.all(flood).stream().map(Answer::status).toList();

      var ofTheQuiet = new ArrayList<Integer>();
      var ofTheLoud = new ArrayList<Integer>();
      for (int n = 0; n < 60; n++) {
        (n % 3 == 0 ? ofTheQuiet : ofTheLoud).add(statuses.get(n));
      }
      assertThat(ofTheQuiet).hasSize(20).containsOnly(200);
      assertThat(ofTheLoud).hasSize(40).contains(409, 429).containsOnly(409, 429);
    }
  }
}
