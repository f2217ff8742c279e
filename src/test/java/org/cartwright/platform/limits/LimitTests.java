package org.cartwright.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.cartwright.console.DeskBrowser;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that is believed, so that every test comes from addresses of its own. */
@CartwrightTest
@TestPropertySource(
    properties = {
      "server.forward-headers-strategy=native",
      "cartwright.limits.requests-per-second=2",
      "cartwright.limits.burst=30",
      "cartwright.limits.strangers-per-minute=20",
      "cartwright.limits.in-flight-per-tenant=2"
    })
class LimitTests {

  private static final String TODAY = "/console/today";
  private static final String NO_LINK = "/q/nobody/" + "x".repeat(43);

  @Autowired private Clinics clinics;

  @Test
  void everyAnswerToAClinicTellsWhatItMayStillAsk() {
    var api = clinics.open().api();

    var first = api.get("/tenant/public").ok();
    var second = api.get("/nothing");

    assertThat(number(first, "X-RateLimit-Limit")).isEqualTo(30);
    assertThat(number(first, "X-RateLimit-Remaining")).isEqualTo(29);
    assertThat(number(first, "X-RateLimit-Reset"))
        .isBetween(Instant.now().getEpochSecond() - 5, Instant.now().getEpochSecond() + 16);
    assertThat(second.status()).isEqualTo(404);
    assertThat(number(second, "X-RateLimit-Remaining")).isBetween(28L, 29L);
    assertThat(first.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void aClinicWithoutALimitIsToldNoneNotEvenThatOfItsAddress() {
    var clinic = clinics.open();
    clinics
        .operator()
        .put("/platform/tenants/" + clinic.id() + "/limits", body().with("requestsPerSecond", 0))
        .ok();

    var answer = clinic.api().get("/tenant/public").ok();

    assertThat(answer.headers().map().keySet())
        .filteredOn(name -> name.toLowerCase(Locale.ROOT).startsWith("x-ratelimit"))
        .isEmpty();
  }

  @Test
  void aClinicThatAsksTooFastWaitsAndNothingOfItIsDoneAndOthersGoOn() throws Exception {
    var clinic = clinics.open();
    var api = clinic.api();
    var other = clinics.open().api();
    int done = 0;
    Answer answer;
    do {
      answer = api.post("/user/patient/create", aPatient("Jo", "Doe"));
      done += answer.status() == 200 ? 1 : 0;
    } while (answer.status() == 200 && done < 500);

    answer.refused(429);
    assertThat(answer.at("/detail")).isEqualTo("Too many requests a second; try again later.");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(number(answer, "X-RateLimit-Remaining")).isZero();
    assertThat(done).isGreaterThanOrEqualTo(30);
    other.get("/tenant/public").ok();
    until(200, () -> api.get("/tenant/public"));
    assertThat(patientsOf(clinic)).isEqualTo(done);
  }

  @Test
  void wrongKeysOfOneAddressAreRefusedUnseenAfterAWhileAndThoseOfOthersAreNot() {
    var clinic = clinics.open();
    var guesses = clinic.api().with("API-KEY", "a-guess");

    var answer = untilTooMany(() -> guesses.with("X-Forwarded-For", "203.0.113.1"), 401);

    assertThat(answer.at("/detail"))
        .isEqualTo("Too many requests came from this address; try again later.");
    assertThat(number(answer, "Retry-After")).isBetween(1L, 3L);
    assertThat(number(answer, "X-RateLimit-Limit")).isEqualTo(20);
    assertThat(number(answer, "X-RateLimit-Remaining")).isZero();
    var elsewhere = guesses.with("X-Forwarded-For", "203.0.113.2").get("/tenant/public");
    elsewhere.refused(401);
    assertThat(number(elsewhere, "X-RateLimit-Remaining")).isEqualTo(19);
  }

  @Test
  void whoWasKnownAtAnAddressStaysWelcomeThereWhateverStrangersDo() {
    var desk = clinics.open().api().with("X-Forwarded-For", "203.0.113.3");
    desk.get("/tenant/public").ok();

    untilTooMany(() -> desk.with("API-KEY", "a-guess"), 401);

    desk.get("/tenant/public").ok();
    desk.with("API-KEY", "a-guess").get("/tenant/public").refused(429);
  }

  @Test
  void allAddressesOfOneNetworkOfTheNewProtocolAreOne() {
    var guesses = clinics.open().api().with("API-KEY", "a-guess");

    untilTooMany(() -> guesses.with("X-Forwarded-For", "2001:db8::1"), 401);

    guesses.with("X-Forwarded-For", "2001:db8::ffff:2").get("/tenant/public").refused(429);
    guesses.with("X-Forwarded-For", "2001:db8:0:1::1").get("/tenant/public").refused(401);
  }

  @Test
  void whoTriesLinksIsToldSoOnAPageAndAProgramInJson() {
    var visitor = clinics.nobody().with("X-Forwarded-For", "203.0.113.4");
    Answer answer;
    int tries = 0;
    do {
      answer = visitor.with("Accept", "text/html").get(NO_LINK);
    } while (answer.status() == 404 && ++tries < 200);

    assertThat(tries).isGreaterThanOrEqualTo(20);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(answer.text()).contains("Nothing was recorded.", "Please wait a minute");
    visitor.with("Accept", "application/json").get(NO_LINK).refused(429);
    visitor.with("Accept", "application/json").post(NO_LINK + "/confirm", "").refused(429);
    visitor.with("Accept", "application/json").get("/q/nobody/logo").refused(429);
    assertThat(visitor.get("/q/_/icon.svg").status()).isEqualTo(200);
    assertThat(visitor.get("/actuator/health/liveness").status()).isEqualTo(200);
  }

  @Test
  void whatAPageIsAskedCostsItsAddressEvenIfItIsAnswered() {
    var visitor =
        clinics.nobody().with("X-Forwarded-For", "203.0.113.5").with("Accept", "application/json");

    untilTooMany(() -> visitor, 404, "/q/nobody/logo");

    visitor.get("/platform/tenants").refused(429);
  }

  @Test
  void aPageIsAPageHoweverItsAddressIsSpelled() {
    var visitor = clinics.nobody().with("X-Forwarded-For", "203.0.113.6");
    var program = visitor.with("Accept", "application/json");

    untilTooMany(() -> program, 200, "/%63onsole/sign-in");

    for (var page : List.of("/%71/nobody/logo", "/%63onsole/sign-in")) {
      assertThat(visitor.with("Accept", "text/html").get(page).text())
          .as(page)
          .startsWith("<!DOCTYPE html>");
    }
  }

  @Test
  void aClinicHasSoManyRequestsAnsweredAtOnceAndNoMore() throws Exception {
    var clinic = clinics.open();
    var cart = clinic.cart(clinic.patient());
    var path = "/billing/cart/" + cart.at("/id");
    var change = body().with("patientId", cart.at("/patient/id")).with("notes", "changed");

    try (var somebodyElse = TestDatabase.shared().superuser();
        var lock =
            somebodyElse.prepareStatement("select from cart where tenant_id = ? for update");
        var desk = Executors.newVirtualThreadPerTaskExecutor()) {
      somebodyElse.setAutoCommit(false);
      lock.setString(1, clinic.id());
      lock.execute();
      var one = desk.submit(() -> clinic.api().put(path, change));
      var another = desk.submit(() -> clinic.api().put(path, change));
      untilWaitingForALock(2);
      var refused = until(429, () -> clinic.api().get(path));
      somebodyElse.rollback();

      assertThat(List.of(one.get().status(), another.get().status())).doesNotContain(429);
      assertThat(refused.at("/detail")).isEqualTo("Too many requests at once; try again.");
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    }
    until(200, () -> clinic.api().get(path));
  }

  private DeskBrowser at(String address) {
    return new DeskBrowser(clinics).at(address);
  }

  private void crowd(String address) {
    var strangers = at(address);
    int tries = 0;
    while (strangers.get("/console/sign-in").status() == 200) {
      assertThat(++tries).isLessThan(200);
    }
    assertThat(strangers.get("/console/sign-in").status()).isEqualTo(429);
  }

  @Test
  void whoHasSignedInStaysInWhateverStrangersDoAtTheirAddress() {
    var clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var ana = at("203.0.113.7").signInByMail(clinics, clinic, "Ana");
    ana.get(TODAY).ok();

    crowd("203.0.113.7");

    ana.get(TODAY).ok();
    assertThat(ana.get(TODAY).headers().firstValue("X-RateLimit-Limit")).isNotEqualTo("20");
    var invented = at("203.0.113.7").with("console", clinic.id() + "." + "x".repeat(43));
    assertThat(invented.get(TODAY).status()).isEqualTo(429);
  }

  @Test
  void whoseSessionIsOverIsAStrangerAgain() {
    var clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var ana = at("203.0.113.8").signInByMail(clinics, clinic, "Ana");
    var session = ana.cookie("console");
    ana.get("/console/account").ok();
    assertThat(ana.post("/console/sign-out", Map.of()).status()).isEqualTo(303);
    var late = at("203.0.113.8").with("console", session);
    assertThat(late.get(TODAY).status()).isEqualTo(303);

    crowd("203.0.113.8");

    assertThat(late.get(TODAY).status()).isEqualTo(429);
  }

  private static void untilWaitingForALock(int many) throws SQLException {
    try (var superuser = TestDatabase.shared().superuser();
        var count =
            superuser.prepareStatement(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
      int waiting;
      do {
        var counted = count.executeQuery();
        counted.next();
        waiting = counted.getInt(1);
      } while (waiting < many);
    }
  }

  private static int patientsOf(Clinic clinic) throws SQLException {
    try (var superuser = TestDatabase.shared().superuser();
        var count =
            superuser.prepareStatement("select count(*) from patient where tenant_id = ?")) {
      count.setString(1, clinic.id());
      var counted = count.executeQuery();
      counted.next();
      return counted.getInt(1);
    }
  }

  private static Answer untilTooMany(Supplier<Api> asking, int before) {
    return untilTooMany(asking, before, "/tenant/public");
  }

  private static Answer untilTooMany(Supplier<Api> asking, int before, String path) {
    Answer answer;
    int refused = 0;
    do {
      answer = asking.get().get(path);
    } while (answer.status() == before && ++refused < 200);
    assertThat(refused).isGreaterThanOrEqualTo(20);
    return answer.refused(429);
  }

  private static Answer until(int status, Supplier<Answer> asking) {
    var answer = asking.get();
    for (int tries = 0; answer.status() != status && tries < 500; tries++) {
      answer = asking.get();
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer;
  }

  private static long number(Answer answer, String header) {
    return Long.parseLong(answer.headers().firstValue(header).orElseThrow());
  }
}
