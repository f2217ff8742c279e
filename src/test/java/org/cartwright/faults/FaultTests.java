package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cartwright.platform.idempotency.Idempotency;
import org.cartwright.platform.idempotency.RepeatableRequests;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The short form of what breaks: an instance in a process of its own beside the one of all tests,
 * on their database. In this order it is started twice; in any other it would be more often.
 */
@CartwrightTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultTests {

  private static final int DESKS = 4;

  /** So many writes are acknowledged before and after each fault. */
  private static final int WRITES = 25;

  private static final TestDatabase DATABASE = TestDatabase.shared();

  private static @Nullable CuttingProxy network;
  private static @Nullable ServiceProcess other;

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private List<RecurringJob> jobs;
  private ServiceProcess instance;
  private Clinic clinic;

  @BeforeEach
  void twoInstances() {
    if (network == null) {
      network = new CuttingProxy(DATABASE.jdbcUrl());
    }
    if (other == null) {
      other =
          ServiceProcess.ofThisBuild(
              "beside-the-tests",
              DatabaseAddress.of(DATABASE).through(network),
              Map.of(
                  "CARTWRIGHT_LIMITS_DRAIN", "1s",
                  "CARTWRIGHT_OWN_LIMITS_EVERY", "PT0.5S",
                  "CARTWRIGHT_ROUND_EVERY", "P1D"));
    }
    if (!other.isAlive()) {
      other.start();
    }
    instance = other;
    clinic = clinics.open();
  }

  @AfterAll
  static void end() throws Exception {
    if (other != null) {
      other.close();
    }
    if (network != null) {
      network.close();
    }
  }

  private Api atTheInstance() {
    return instance.api().with("TENANT", clinic.id()).with("API-KEY", clinic.key());
  }

  private StoredRows rows() {
    return new StoredRows(DATABASE::askAsSuperuser, clinic.id());
  }

  @Test
  @Order(1)
  void whetherItIsThereIsUnknownWhenTheNetworkBreaksAfterTheCommitAndTheSameKeyTells()
      throws Exception {
    var patient = clinic.patient();
    var item = clinic.item("Serum", 1000);
    var key = "broken-off-" + clinic.id();
    var keyed = atTheInstance().with(Idempotency.HEADER, key);
    var cart = aCart().of(patient).with(line(item));

    var cut = Objects.requireNonNull(network).cutAtCommitOf(key);
    var unknown = keyed.post("/billing/cart", cart).refused(503);
    cut.get(1, TimeUnit.MINUTES);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> clinic.api().get("/billing/cart").ok().number("/total") == 1);
    var again = keyed.post("/billing/cart", cart).ok();

    assertThat(unknown.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(again.headers().firstValue(RepeatableRequests.REPLAYED)).hasValue("true");
    assertThat(clinic.api().get("/billing/cart").ok().at("/data/0/id")).isEqualTo(again.at("/id"));
    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isEqualTo(1);
  }

  /** Java writes the figures of a statement in those of the machine's language if it is let. */
  @Test
  @Order(2)
  void anInstanceOnAMachineThatSpeaksBengaliAnswersAsAnyOther() {
    clinic.cart(clinic.patient(), line(clinic.item("Serum", 1000)));
    for (var list : List.of("/billing/cart?size=1", "/billing/cart?search=serum&page=1")) {
      assertThat(atTheInstance().get(list).ok().text())
          .isEqualTo(clinic.api().get(list).ok().text());
    }
  }

  @Test
  @Order(2)
  void fiveOfEachKeyOverTwoInstancesAreOneEffect() {
    var keys = 20;
    var patient = clinic.patient();
    var item = clinic.item("Serum", 1000);
    var answers = new ArrayList<List<Answer>>();
    for (int key = 0; key < keys; key++) {
      answers.add(
          Duplicates.of(
              "key-" + key,
              aCart().of(patient).with(line(item)),
              List.of(clinic.api(), atTheInstance())));
    }

    assertThat(answers)
        .allSatisfy(of -> assertThat(of.stream().map(Answer::text).distinct().toList()).hasSize(1));
    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isEqualTo(keys);
  }

  @Test
  @Order(3)
  void limitsThatOneIsToldAreInForceOnTheOtherWithinSecondsAndEachCountsForItself() {
    var here = clinic.api();
    var there = atTheInstance();
    clinics
        .operator()
        .put(
            "/platform/tenants/" + clinic.id() + "/limits",
            body().with("requestsPerSecond", 1).with("burst", 5))
        .ok();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                there
                    .get("/tenant/public")
                    .headers()
                    .firstValue("X-RateLimit-Limit")
                    .equals(Optional.of("5")));
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> here.get("/tenant/public").status() == 429);
    there.get("/tenant/public").ok();
  }

  @Test
  @Order(4)
  void nothingAcknowledgedIsLostAndNothingIsDoneTwiceWhenTheServiceIsKilled() {
    try (var receiver = new EventReceiver(clinic);
        var busy = new BusyClinic(clinic, DESKS, this::atTheInstance)) {
      busy.log().awaitMore(WRITES);
      instance.kill();
      instance.start();
      busy.log().awaitMore(WRITES);
      busy.close();

      assertThat(busy.log().brokenOff()).isPositive();
      busy.isAsAcknowledged(clinic.api());
      rows().areThoseOf(busy);
      HealthReports.isHealthy(clinics.operator(), clinic);
      // What the killed one was at is taken over a little later.
      clock.in(
          Duration.ofMinutes(2),
          () -> {
            deliveries().goRound();
            await().atMost(Duration.ofMinutes(1)).until(() -> rows().untold() == 0);
          });
      assertThat(receiver.arrived()).containsExactlyInAnyOrderElementsOf(rows().eventsToTell());
    }
  }

  private RecurringJob deliveries() {
    return jobs.stream()
        .filter(job -> job.name().equals("webhook-deliveries"))
        .findAny()
        .orElseThrow();
  }

  @Test
  @Order(5)
  void noRequestFailsWhenAnInstanceStopsBehindAProxyThatHonoursReadiness() {
    try (var proxy = new ReadinessProxy(List.of(clinics.nobody(), instance.api()));
        var busy = new BusyClinic(clinic, DESKS, () -> proxy.next(clinic))) {
      assertThat(proxy.ready()).isEqualTo(2);
      busy.log().awaitMore(WRITES);
      instance.terminate();
      instance.awaitEnd();
      busy.log().awaitMore(WRITES);
      busy.close();

      assertThat(proxy.ready()).isEqualTo(1);
      assertThat(busy.log().repeated()).isZero();
      busy.isAsAcknowledged(clinic.api());
      rows().areThoseOf(busy);
    }
  }
}
