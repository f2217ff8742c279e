package org.cartwright.patients.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCredit;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.TestPatience;
import org.cartwright.testing.bodies.Body;
import org.cartwright.testing.bodies.CreditBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Granting, reading, changing and deleting credit. */
@CartwrightTest
class PatientCreditTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private Statements statements;
  @Autowired private TestPatience patience;
  private Till till;
  private Clinic clinic;
  private String patient;

  @BeforeEach
  void aTillIsOpen(
      @Autowired PatientCredits it, @Autowired PlatformTransactionManager transactions) {
    till = new Till(it, transactions);
  }

  @BeforeEach
  void openAClinicWithAPatient() {
    clinic = clinics.open();
    patient = clinic.patient();
  }

  private String path() {
    return "/user/patient/" + patient + "/credit";
  }

  private String path(String credit) {
    return path() + "/" + credit;
  }

  private Answer grant(Body<?> credit) {
    return clinic.api().post(path(), credit).ok();
  }

  private String granted(long amount) {
    return grant(aCredit(amount)).at("/id");
  }

  private static CreditBody expiringIn(Duration time) {
    return aCredit(100).expiring(Instant.now().plus(time));
  }

  private long balance() {
    return clinic.api().get("/user/patient/" + patient).ok().number("/creditBalance");
  }

  private Answer listed(String query) {
    return clinic.api().get(path() + query).ok();
  }

  private List<String> ids(Answer page) {
    var ids = new ArrayList<String>();
    page.json().get("data").forEach(credit -> ids.add(credit.get("id").asString()));
    return ids;
  }

  @Test
  void aCreditIsServedAsItWasGranted() {
    var provider = clinic.provider();

    var credit =
        grant(
            aCredit(5000)
                .with("patientId", patient)
                .comment("Goodwill")
                .expiring("2999-01-01T12:00:00+02:00")
                .with("member_id", "m1")
                .with("creator_id", provider)
                .externalId("E1"));

    var created = credit.at("/createdDate");
    assertThat(created).endsWith("Z");
    assertThat(credit.at("/id")).startsWith("crd_");
    assertThat(credit.text())
        .isEqualTo(
            """
            {"id":"%s","patientId":"%s","amount":5000,"amountRemaining":5000,"comment":"Goodwill",\
            "expiryDate":"2999-01-01T10:00:00Z","memberId":"m1","createdDate":"%s","updatedDate":null,\
            "creator":{"id":"%s","firstName":"Sam","lastName":"Lee","phoneNumber":null,"email":"lee@example.com",\
            "type":"PROVIDER","locationId":null}}"""
                .formatted(credit.at("/id"), patient, created, provider));
    assertThat(listed("").json().get("data").get(0)).isEqualTo(credit.json());
    assertThat(balance()).isEqualTo(5000);
  }

  @Test
  void aCreditNeedsOnlyAnAmount() {
    var credit = grant(aCredit(1).with("creatorId", "somebody who left")).json();

    assertThat(credit.get("amountRemaining").longValue()).isEqualTo(1);
    for (var field : List.of("comment", "expiryDate", "memberId", "updatedDate", "creator")) {
      assertThat(credit.get(field).isNull()).as(field).isTrue();
    }
  }

  @Test
  void whatWasUsedElsewhereIsNotAvailable() {
    var credit = grant(aCredit(500).remaining(200));

    assertThat(credit.number("/amount")).isEqualTo(500);
    assertThat(credit.number("/amountRemaining")).isEqualTo(200);
    assertThat(balance()).isEqualTo(200);
    clinic.api().delete(path(credit.at("/id"))).refused(409);
  }

  @Test
  void aDateAloneMeansTheEndOfTheDayInTheClinicsTimeZone() {
    var tokyo = clinics.open("Asia/Tokyo");

    var credit =
        tokyo
            .api()
            .post("/user/patient/" + tokyo.patient() + "/credit", aCredit(1).expiring("2999-05-01"))
            .ok();

    assertThat(credit.at("/expiryDate")).isEqualTo("2999-05-01T14:59:59.999999Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | [body, amount] missing",
        "{\"amount\":null} | [body, amount] int_type",
        "{\"amount\":0} | [body, amount] greater_than",
        "{\"amount\":-1} | [body, amount] greater_than",
        "{\"amount\":1.5} | [body, amount] int_from_float",
        "{\"amount\":9007199254740992} | [body, amount] less_than_equal",
        "{\"amount\":5,\"amountRemaining\":6} | [body, amountRemaining] value_error",
        "{\"amount\":5,\"amount_remaining\":-1} | [body, amount_remaining] greater_than_equal",
        "{\"amount\":5,\"patientId\":\"another\"} | [body, patientId] value_error",
        "{\"amount\":5,\"patient_id\":\"another\"} | [body, patient_id] value_error",
        "{\"amount\":5,\"expiryDate\":\"2020-01-01T00:00:00Z\"} | [body, expiryDate] value_error",
        "{\"amount\":5,\"expiryDate\":\"2020-01-01\"} | [body, expiryDate] value_error",
        "{\"amount\":5,\"expiryDate\":\"soon\"} | [body, expiryDate] datetime_from_date_parsing",
        "{\"amount\":5,\"externalId\":\"\"} | [body, externalId] string_too_short",
        "{\"amount\":5,\"comment\":7} | [body, comment] string_type",
      })
  void aGrantThatMakesNoSenseIsRefusedAndGrantsNothing(String body, String violation) {
    assertThat(clinic.api().post(path(), body).violation()).isEqualTo(violation);

    assertThat(listed("?include_expired=true").number("/total")).isZero();
    assertThat(balance()).isZero();
  }

  @Test
  void theLargestAmountsAreToldExactlyAndNoMoreIsGranted() {
    var credit = grant(aCredit(9007199254740991L));

    clinic.api().post(path(), aCredit(1)).refused(409);

    assertThat(balance()).isEqualTo(9007199254740991L);
    clinic.api().patch(path(credit.at("/id")), aCredit(9007199254740990L)).ok();
    granted(1);
    assertThat(balance()).isEqualTo(9007199254740991L);
  }

  @Test
  void anExternalIdLeadsToOneCreditOfTheClinic() {
    var other = clinics.open();
    var first = grant(aCredit(1).externalId("E1")).at("/id");
    var another = "/user/patient/" + clinic.patient() + "/credit";

    clinic.api().post(another, aCredit(1).externalId("E1")).refused(409);

    other
        .api()
        .post("/user/patient/" + other.patient() + "/credit", aCredit(1).externalId("E1"))
        .ok();
    clinic.api().delete(path(first)).ok();
    clinic.api().post(another, aCredit(1).externalId("E1")).ok();
  }

  @Test
  void creditsAreListedNewestFirstWithoutTheExpiredUnlessAskedFor() {
    var used = grant(aCredit(100).remaining(0)).at("/id");
    var shortLived = grant(expiringIn(Duration.ofDays(1))).at("/id");
    var lasting = granted(100);

    assertThat(ids(listed(""))).containsExactly(lasting, shortLived, used);
    assertThat(ids(listed("?include_used=false"))).containsExactly(lasting, shortLived);
    clock.in(
        Duration.ofDays(2),
        () -> {
          assertThat(ids(listed(""))).containsExactly(lasting, used);
          assertThat(ids(listed("?include_expired=true")))
              .containsExactly(lasting, shortLived, used);
          assertThat(ids(listed("?include_expired=true&include_used=false")))
              .containsExactly(lasting, shortLived);
          assertThat(listed("?include_expired=true&include_used=false").number("/total"))
              .isEqualTo(2);
        });
    assertThat(ids(listed("?page=2&per_page=2"))).containsExactly(used);
    assertThat(listed("?page=2&per_page=2").number("/total")).isEqualTo(3);
    assertThat(listed("?page=9&per_page=2").number("/total")).isEqualTo(3);
  }

  @Test
  void aQueryThatMakesNoSenseIsRefused() {
    assertThat(
            clinic
                .api()
                .get(path() + "?page=0&per_page=101&include_expired=perhaps&include_used=")
                .violations())
        .containsExactly(
            "[query, page] greater_than_equal",
            "[query, per_page] less_than_equal",
            "[query, include_expired] bool_parsing",
            "[query, include_used] bool_parsing");
  }

  @Test
  void whatIsAvailableIsToldInTheOrderOfUse() {
    var lasting = granted(1);
    var late = grant(expiringIn(Duration.ofDays(20))).at("/id");
    var early = grant(expiringIn(Duration.ofDays(10))).at("/id");
    var lastingToo = granted(2);
    grant(aCredit(100).remaining(0));

    var available = clinic.api().get(path("available")).ok();

    assertThat(available.number("/totalAvailable")).isEqualTo(203);
    assertThat(available.number("/count")).isEqualTo(4);
    var order = new ArrayList<String>();
    available.json().get("credits").forEach(c -> order.add(c.get("creditId").asString()));
    assertThat(order).containsExactly(early, late, lasting, lastingToo);
    assertThat(available.number("/credits/0/remainingAmount")).isEqualTo(100);
    assertThat(available.number("/credits/0/totalAmount")).isEqualTo(100);
    clock.in(
        Duration.ofDays(15),
        () ->
            assertThat(clinic.api().get(path("available")).ok().number("/totalAvailable"))
                .isEqualTo(103));
  }

  @Test
  void nothingIsAvailableOfNoCredit() {
    assertThat(clinic.api().get(path("available")).ok().text())
        .isEqualTo("{\"totalAvailable\":0,\"credits\":[],\"count\":0}");
    assertThat(listed("").text()).isEqualTo("{\"data\":[],\"total\":0}");
    assertThat(balance()).isZero();
  }

  @Test
  void everyPatientServedHasTheBalanceOfNow() {
    granted(300);
    grant(expiringIn(Duration.ofDays(1)));
    var tiny = clinic.item("Serum", 100);
    var cart = clinic.cart(patient, line(tiny));

    assertThat(balance()).isEqualTo(400);
    assertThat(cart.number("/patient/creditBalance")).isEqualTo(400);
    assertThat(
            clinic
                .api()
                .get("/user/patient/list?patient_ids=" + patient)
                .ok()
                .number("/0/creditBalance"))
        .isEqualTo(400);
    assertThat(
            clinic
                .api()
                .get("/user/patient/search?search_term=jane")
                .ok()
                .number("/0/creditBalance"))
        .isEqualTo(400);
    clock.in(Duration.ofDays(2), () -> assertThat(balance()).isEqualTo(300));
  }

  @Test
  void aPatientCanBeEnteredWithAFirstCredit() {
    var entered =
        clinic.api().post("/user/patient/create", aPatient().with("creditBalance", 750)).ok();
    patient = entered.at("/id");

    assertThat(entered.number("/creditBalance")).isEqualTo(750);
    var credits = listed("");
    assertThat(credits.number("/total")).isEqualTo(1);
    assertThat(credits.number("/data/0/amount")).isEqualTo(750);
    assertThat(credits.json().at("/data/0/expiryDate").isNull()).isTrue();
    assertThat(
            clinic
                .api()
                .post("/user/patient/create", aPatient().with("creditBalance", -1))
                .violation())
        .isEqualTo("[body, creditBalance] greater_than_equal");
    for (var none : List.of("0", "null")) {
      var plain =
          clinic
              .api()
              .post("/user/patient/create", aPatient().with("creditBalance", json(none)))
              .ok();
      assertThat(plain.number("/creditBalance")).isZero();
    }
  }

  @Test
  void aBalanceCanBeSentBackAsItWasReadAndNotBeSet() {
    granted(300);
    var asRead = aPatient().firstName("Ann").with("creditBalance", 300);
    var changed = aPatient().firstName("Eve").with("credit_balance", 301);

    clinic.api().put("/user/patient/" + patient, asRead).ok();
    clinic.api().put("/user/patient/" + patient, aPatient().with("creditBalance", null)).ok();
    assertThat(clinic.api().put("/user/patient/" + patient, changed).violation())
        .isEqualTo("[body, credit_balance] value_error");

    assertThat(balance()).isEqualTo(300);
    assertThat(clinic.api().get("/user/patient/" + patient).ok().at("/firstName")).isEqualTo("Ann");
  }

  @Test
  void whatIsLeftOutStaysAndNullClears() {
    var id =
        grant(aCredit(500).remaining(400).comment("A").expiring("2999-01-01T00:00:00Z")).at("/id");

    var untouched = clinic.api().patch(path(id), body()).ok();
    assertThat(untouched.at("/comment")).isEqualTo("A");
    assertThat(untouched.at("/expiryDate")).isEqualTo("2999-01-01T00:00:00Z");
    assertThat(untouched.number("/amountRemaining")).isEqualTo(400);
    assertThat(untouched.json().get("updatedDate").isNull()).isTrue();

    var cleared =
        clinic
            .api()
            .patch(
                path(id),
                aCredit()
                    .with("comment", null)
                    .with("expiryDate", null)
                    .with("amount", null)
                    .with("amountRemaining", null))
            .ok();
    assertThat(cleared.json().get("comment").isNull()).isTrue();
    assertThat(cleared.json().get("expiryDate").isNull()).isTrue();
    assertThat(cleared.number("/amount")).isEqualTo(500);
    assertThat(cleared.number("/amountRemaining")).isEqualTo(400);
    assertThat(cleared.at("/updatedDate")).endsWith("Z");
  }

  @Test
  void anAmountMovesWhatRemainsAndKeepsWhatWasUsed() {
    var id = grant(aCredit(500).remaining(200)).at("/id");

    var more = clinic.api().patch(path(id), aCredit(600)).ok();
    assertThat(more.number("/amount")).isEqualTo(600);
    assertThat(more.number("/amountRemaining")).isEqualTo(300);
    var least = clinic.api().patch(path(id), aCredit(300)).ok();
    assertThat(least.number("/amountRemaining")).isZero();
    clinic.api().patch(path(id), aCredit(299)).refused(409);
    assertThat(clinic.api().patch(path(id), aCredit().remaining(301)).violation())
        .isEqualTo("[body, amountRemaining] value_error");
    var both = clinic.api().patch(path(id), aCredit(1000).remaining(1000)).ok();
    assertThat(both.number("/amount")).isEqualTo(1000);
    assertThat(both.number("/amountRemaining")).isEqualTo(1000);
    assertThat(balance()).isEqualTo(1000);
  }

  @Test
  void aRefusedChangeLeavesEverythingAsItWas() {
    var id = grant(aCredit(500).remaining(200).comment("A")).at("/id");
    var before = listed("").text();

    clinic.api().patch(path(id), aCredit(100).comment("B")).refused(409);
    clinic.api().patch(path(id), aCredit().comment("B").remaining(900)).refused(422);
    clinic
        .api()
        .patch(path(id), body().with("comment", "B").with("expiryDate", "2020-01-01T00:00:00Z"))
        .refused(422);
    assertThat(clinic.api().patch(path(id), aCredit(0).remaining(-1)).violations())
        .containsExactly(
            "[body, amount] greater_than", "[body, amountRemaining] greater_than_equal");

    assertThat(listed("").text()).isEqualTo(before);
  }

  private static String tag(Answer answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void aCreditIsReadByItselfAndNotOnceMoreByWhoHasIt() {
    var credit = grant(aCredit(5000).comment("Goodwill"));
    var path = path(credit.at("/id"));

    var read = clinic.api().get(path).ok();

    assertThat(read.text()).isEqualTo(credit.text());
    assertThat(tag(read)).isEqualTo(tag(credit));
    assertThat(clinic.api().with("If-None-Match", tag(read)).get(path).status()).isEqualTo(304);
  }

  @Test
  void aCreditIsChangedAsItWasSeenOnly() {
    var seen = grant(aCredit(5000).remaining(3500));
    var path = path(seen.at("/id"));
    var asItWas = aCredit(5000).remaining(3500).comment("Goodwill");
    till.take(clinic, patient, 500, "pay1");
    var present = clinic.api().get(path).ok();

    for (var refused :
        List.of(
            clinic.api().with("If-Match", tag(seen)).patch(path, asItWas),
            clinic.api().with("If-Match", tag(seen)).delete(path))) {
      assertThat(tag(refused.refused(412))).isEqualTo(tag(present));
    }
    assertThat(clinic.api().get(path).ok().text()).isEqualTo(present.text());

    var asItIs = aCredit(5000).remaining(3000).comment("Goodwill");
    var changed = clinic.api().with("If-Match", tag(present)).patch(path, asItIs).ok();
    assertThat(changed.at("/comment")).isEqualTo("Goodwill");
    assertThat(tag(changed)).isEqualTo(tag(clinic.api().get(path).ok()));
    assertThat(balance()).isEqualTo(3000);
  }

  @Test
  void anExpiredCreditKeepsItsExpiryOrGetsALaterOne() {
    var credit = grant(expiringIn(Duration.ofDays(1)));
    var id = credit.at("/id");

    clock.in(
        Duration.ofDays(2),
        () -> {
          var asItIs = body().with("expiryDate", credit.at("/expiryDate"));
          clinic.api().patch(path(id), asItIs).ok();
          assertThat(balance()).isZero();
          clinic.api().patch(path(id), body().with("expiryDate", "2999-01-01")).ok();
          assertThat(balance()).isEqualTo(100);
        });
  }

  @Test
  void anUnusedCreditCanBeDeletedAndIsGone() {
    var id = granted(100);
    var kept = granted(50);

    assertThat(clinic.api().delete(path(id)).ok().at("/message")).isNotEmpty();

    assertThat(ids(listed("?include_expired=true"))).containsExactly(kept);
    assertThat(balance()).isEqualTo(50);
    clinic.api().delete(path(id)).refused(404);
    clinic.api().get(path(id)).refused(404);
    clinic.api().patch(path(id), body()).refused(404);
    clinic.api().with("If-Match", "*").patch(path(id), body()).refused(404);
  }

  @Test
  void aUsedCreditCannotBeDeletedEvenIfItWasGivenBack() {
    var id = granted(100);
    till.take(clinic, patient, 30, "pay1");

    clinic.api().delete(path(id)).refused(409);
    till.giveBack(clinic, "pay1", 30);
    clinic.api().delete(path(id)).refused(409);

    assertThat(balance()).isEqualTo(100);
  }

  @Test
  void anArchivedPatientKeepsItsCreditAndIsGrantedNoMore() {
    var id = granted(100);
    clinic.api().post("/user/patient/archive", body().with("patientIds", list(patient))).ok();

    clinic.api().post(path(), aCredit(1)).refused(409);

    assertThat(ids(listed(""))).containsExactly(id);
    assertThat(clinic.api().get(path("available")).ok().number("/totalAvailable")).isEqualTo(100);
    clinic.api().patch(path(id), aCredit().remaining(40)).ok();
    assertThat(till.take(clinic, patient, 100, "pay1")).isEqualTo(40);
  }

  @Test
  void aPatientOrCreditThatIsNotThereIsNotFound() {
    var id = granted(100);
    var other = "/user/patient/" + clinic.patient() + "/credit/";
    var api = clinic.api();

    for (var nobody : List.of("nobody", "no%20body", "x".repeat(65))) {
      var path = "/user/patient/" + nobody + "/credit";
      for (var answer :
          List.of(
              api.get(path),
              api.get(path + "/available"),
              api.get(path + "/" + id),
              api.post(path, aCredit(1)),
              api.patch(path + "/" + id, body()),
              api.delete(path + "/" + id))) {
        assertThat(answer.refused(404).at("/detail")).isEqualTo("Patient not found");
      }
    }
    for (var credit : List.of(other + id, path("none"), path("x".repeat(65)))) {
      for (var answer :
          List.of(
              api.get(credit),
              api.patch(credit, body().with("comment", "B")),
              api.with("If-Match", "*").patch(credit, body().with("comment", "B")),
              api.delete(credit))) {
        assertThat(answer.refused(404).at("/detail")).isEqualTo("Patient credit not found");
      }
    }
    assertThat(listed("").json().at("/data/0/comment").isNull()).isTrue();
  }

  @Test
  void anotherClinicSeesAndMovesNothing() {
    var id = granted(100);
    var stranger = clinics.open();
    var api = stranger.api();
    var same = stranger.patient(aPatient().id(patient));

    assertThat(api.get(path()).ok().number("/total")).isZero();
    assertThat(api.get(path("available")).ok().number("/count")).isZero();
    assertThat(api.patch(path(id), aCredit(1)).refused(404).text())
        .isEqualTo(api.patch(path("none"), aCredit(1)).refused(404).text());
    api.delete(path(id)).refused(404);
    api.get(path(id)).refused(404);
    api.with("If-Match", "*").patch(path(id), aCredit(1)).refused(404);
    assertThat(api.get("/user/patient/" + same).ok().number("/creditBalance")).isZero();
    assertThat(till.take(stranger, patient, 100, "pay1")).isZero();
    assertThat(till.available(stranger, patient)).isZero();

    assertThat(balance()).isEqualTo(100);
  }

  @Test
  void readingTakesTheSameFewStatementsHoweverMuchCreditThereIs() {
    var first = granted(100);
    for (int i = 1; i < 12; i++) {
      assertThat(statements.during(() -> clinic.api().get(path(first)).ok())).isEqualTo(5);
      assertThat(statements.during(() -> listed(""))).isEqualTo(6);
      assertThat(statements.during(() -> clinic.api().get(path("available")).ok())).isEqualTo(5);
      assertThat(statements.during(this::balance)).isEqualTo(5);
      granted(100);
    }
    assertThat(statements.during(() -> till.take(clinic, patient, 1200, "pay1"))).isEqualTo(6);
    assertThat(statements.during(() -> till.giveBack(clinic, "pay1", 1200))).isEqualTo(7);
  }

  @Test
  void whoWaitsTooLongForAPatientsCreditIsToldToTryAgain() throws SQLException {
    try (var ignored = patience.shortened();
        var connection = TestDatabase.shared().superuser()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(
            "select from patient where tenant_id = '%s' and id = '%s' for no key update"
                .formatted(clinic.id(), patient));
        var refused = clinic.api().post(path(), aCredit(1)).refused(409);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      }
      connection.rollback();
    }
    granted(1);
  }
}
