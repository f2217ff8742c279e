package org.cartwright.webhooks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.cartwright.patients.Patients;
import org.cartwright.patients.api.PatientsToArchive;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Whatever is committed is in the feed once, in order; whatever is not, never. */
@CartwrightTest
class EventFeedTests {

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Patients patients;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  private JsonNode feed(@Nullable String after, int limit) {
    return clinic
        .api()
        .get("/webhooks/events?limit=" + limit + (after == null ? "" : "&after=" + after))
        .ok()
        .json();
  }

  /** All there is, a few at a time. */
  private List<JsonNode> all() {
    var all = new ArrayList<JsonNode>();
    String after = null;
    JsonNode page;
    do {
      page = feed(after, 3);
      page.get("data").forEach(all::add);
      after = page.get("next").isNull() ? null : page.get("next").asString();
    } while (page.get("hasMore").asBoolean());
    return all;
  }

  private List<String> told() {
    return all().stream()
        .map(e -> e.get("type").asString() + " " + e.at("/data/sequence").asLong())
        .toList();
  }

  /** That a mail of this occasion has left; mails leave in any order. */
  private Optional<JsonNode> mailed(String occasion) {
    return all().stream()
        .filter(e -> e.get("type").asString().equals("EMAIL_SENT"))
        .filter(e -> e.at("/data/occasion").asString().equals(occasion))
        .findFirst();
  }

  @Test
  void whatIsDoneToOneObjectIsNumberedFromOneOn() {
    var patient = clinic.patient();
    var cart = clinic.cart(patient, line(clinic.item("Filler", 1000)));
    var path = "/billing/cart/" + cart.at("/id");
    clinic.api().put(path + "/items/" + cart.at("/items/0/id"), line().quantity(2)).ok();
    clinic.api().delete(path).ok();

    assertThat(told())
        .containsExactly(
            "PATIENT_CREATED 1",
            "ITEM_CREATED 1",
            "CART_CREATED 1",
            "CART_CHANGED 2",
            "CART_DELETED 3");
    var changed = all().get(3);
    assertThat(changed.get("data").toString())
        .isEqualTo(
            "{\"object\":\"cart\",\"id\":\"%s\",\"sequence\":2,\"total\":2000,\"currency\":\"USD\",\"patientId\":\"%s\",\"by\":\"KEY\"}"
                .formatted(cart.at("/id"), patient));
    assertThat(changed.get("alertId")).isEqualTo(changed.get("id"));
  }

  @Test
  void fromACartToARefundEverythingIsTold() {
    var desk = QuoteDesk.of(clinic);
    var quote = desk.quote(1500);
    desk.send(quote).ok();
    desk.answer(quote, "accept").ok();
    var charge = desk.convert(quote).ok();
    var whole = clinic.api().get("/billing/charge/get/" + charge.at("/id")).ok();
    var payment =
        clinic
            .api()
            .post("/billing/payment/cash/create?payment_medium=CASH", whole.json().toString())
            .ok();
    clinic
        .api()
        .post(
            "/billing/payment/refund",
            body()
                .with("paymentId", payment.at("/id"))
                .with("providerId", desk.provider())
                .with("amount", 100)
                .with("reason", "OTHER"))
        .ok();

    assertThat(told())
        .contains(
            "QUOTE_CREATED 1",
            "QUOTE_SENT 2",
            "QUOTE_ACCEPTED 3",
            "CART_ACCEPTED 4",
            "CHARGE_CREATED 1",
            "QUOTE_CONVERTED 4",
            "PAYMENT_CREATED 1",
            "PAYMENT_SUCCEEDED 2",
            "REFUND_CREATED 1",
            "REFUND_SUCCEEDED 2");
    Awaitility.await().untilAsserted(() -> assertThat(mailed("QUOTE_OFFERED")).isPresent());
    var sent = mailed("QUOTE_OFFERED");
    assertThat(sent.orElseThrow().get("data").toString())
        .isEqualTo(
            "{\"object\":\"message\",\"id\":\"%s\",\"sequence\":1,\"occasion\":\"QUOTE_OFFERED\",\"about\":\"%s\",\"by\":\"SERVICE\"}"
                .formatted(sent.orElseThrow().at("/data/id").asString(), quote.at("/id")));
    assertThat(all().stream().map(e -> e.get("id").asString())).doesNotHaveDuplicates();
  }

  @Test
  void noEventSaysWhoAPatientIs() {
    var patient =
        clinic.patient(
            aPatient("Zebulon", "Marker")
                .phone("+1 555 777 1234")
                .with("email", "zeb@marker.example")
                .with("dateOfBirth", "1971-02-03"));
    clinic.api().put("/user/patient/" + patient, body().with("firstName", "Zebedee")).ok();
    clinic
        .api()
        .post("/billing/cart", body().with("patientId", patient).with("notes", "Secret note"))
        .ok();

    assertThat(told()).containsExactly("PATIENT_CREATED 1", "PATIENT_UPDATED 2", "CART_CREATED 1");
    assertThat(all().toString())
        .doesNotContainIgnoringCase("zeb")
        .doesNotContainIgnoringCase("marker")
        .doesNotContain("5557771234", "777 1234", "1971", "Secret");
  }

  @Test
  void whatIsRefusedOrChangesNothingIsNoEvent() {
    var patient = clinic.patient(aPatient("Jane", "Doe"));
    var cart = clinic.cart(patient, line(clinic.item("Filler", 1000)));
    var before = told();

    clinic.api().put("/user/patient/" + patient, body().with("firstName", "Jane")).ok();
    clinic
        .api()
        .put(
            "/billing/cart/" + cart.at("/id") + "/items/" + cart.at("/items/0/id"),
            line().quantity(1))
        .ok();
    clinic.api().post("/billing/cart", body().with("id", cart.at("/id"))).refused(422);
    clinic
        .api()
        .post("/billing/cart", body().with("id", cart.at("/id")).with("patientId", patient))
        .refused(409);
    clinic.api().post("/billing/cart/preview", body().with("patientId", patient)).ok();

    assertThat(told()).isEqualTo(before);
  }

  @Test
  void whatIsRolledBackLeavesNeitherAnEventNorAGap() {
    var patient = clinic.patient();
    CurrentTenant.within(
        clinic.id(),
        () ->
            assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                    () ->
                        new TransactionTemplate(transactions)
                            .executeWithoutResult(
                                status -> {
                                  patients.archive(new PatientsToArchive(List.of(patient), true));
                                  throw new IllegalStateException("not today");
                                })));
    clinic.api().put("/user/patient/" + patient, body().with("firstName", "Joan")).ok();

    assertThat(told()).containsExactly("PATIENT_CREATED 1", "PATIENT_UPDATED 2");
  }

  @Test
  void manyWhoChangeOneCartLeaveNoGapInItsNumbers() {
    var item = line(clinic.item("Filler", 1000));
    var cart = clinic.cart(clinic.patient(), item);
    var jobs = new ArrayList<Callable<Integer>>();
    for (int n = 0; n < 24; n++) {
      jobs.add(
          () -> clinic.api().post("/billing/cart/" + cart.at("/id") + "/items", item).status());
    }

    var done = AtOnce.all(jobs).stream().filter(status -> status == 200).count();

    assertThat(done).isGreaterThan(1);
    assertThat(
            all().stream()
                .filter(e -> e.at("/data/object").asString().equals("cart"))
                .map(e -> e.at("/data/sequence").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, done + 1).boxed().toList());
  }

  /** As if the clinic had come here from a server that has had far more transactions. */
  private void bringFromAnotherServer() {
    for (var table : List.of("webhook_event", "webhook_sequence")) {
      TestDatabase.shared()
          .executeAsSuperuser(
              "update %s set position = (position::text::bigint + 1000000000)::text::xid8 where tenant_id = '%s'"
                  .formatted(table, clinic.id()));
    }
    TestDatabase.shared().executeAsOwner("select go_on_from_another_server()");
  }

  @Test
  void whatIsWrittenAfterAMoveToAnotherServerStandsBehindWhatWasBrought() {
    var patient = clinic.patient();
    clinic.item("Filler", 1000);
    var brought = told();
    var last = feed(null, 100).get("next").asString();

    bringFromAnotherServer();
    assertThat(told()).isEqualTo(brought);
    clinic.item("Thread", 500);
    clinic.api().put("/user/patient/" + patient, body().with("firstName", "Joan")).ok();

    assertThat(feed(last, 100).get("data"))
        .extracting(e -> e.get("type").asString())
        .containsExactly("ITEM_CREATED", "PATIENT_UPDATED");
    bringFromAnotherServer();
    clinic.item("Needle", 300);
    assertThat(told())
        .containsExactly(
            "PATIENT_CREATED 1",
            "ITEM_CREATED 1",
            "ITEM_CREATED 1",
            "PATIENT_UPDATED 2",
            "ITEM_CREATED 1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasBegunEarlierAndCommittedLaterIsNotSkipped(boolean isBrought)
      throws InterruptedException {
    var jane = clinic.patient();
    if (isBrought) {
      bringFromAnotherServer();
    }
    var last = feed(null, 100).get("next").asString();
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    var slow =
        Thread.ofVirtual()
            .start(
                () ->
                    CurrentTenant.within(
                        clinic.id(),
                        () ->
                            new TransactionTemplate(transactions)
                                .executeWithoutResult(
                                    status -> {
                                      patients.archive(new PatientsToArchive(List.of(jane), true));
                                      TransactionSynchronizationManager.registerSynchronization(
                                          afterTheEventsAreWritten(written, mayCommit));
                                    })));
    await(written);
    clinic.patient(aPatient("Quick", "One"));

    var meanwhile = feed(last, 100);
    mayCommit.countDown();
    slow.join();
    var afterwards = feed(last, 100);

    assertThat(meanwhile.get("data").size()).isZero();
    assertThat(meanwhile.get("next").asString()).isEqualTo(last);
    assertThat(afterwards.get("data"))
        .extracting(e -> e.get("type").asString())
        .containsExactly("PATIENT_ARCHIVED", "PATIENT_CREATED");
  }

  private static TransactionSynchronization afterTheEventsAreWritten(
      CountDownLatch written, CountDownLatch mayCommit) {
    return new TransactionSynchronization() {
      @Override
      public void beforeCommit(boolean readOnly) {
        written.countDown();
        await(mayCommit);
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherClinicSeesNothingOfIt() {
    clinic.patient();
    var last = feed(null, 100).get("next").asString();
    var other = clinics.open().api();

    assertThat(other.get("/webhooks/events").ok().text())
        .isEqualTo("{\"data\":[],\"next\":null,\"hasMore\":false}");
    assertThat(other.get("/webhooks/events?after=" + last).refused(404).text())
        .isEqualTo(other.get("/webhooks/events?after=nothing").refused(404).text());
  }

  @Test
  void oneEventOrAHundredAreReadInTheSameFewStatements() {
    clinic.patient();
    var api = clinic.api();
    api.get("/webhooks/events").ok();
    long few = statements.during(() -> api.get("/webhooks/events").ok());
    for (int n = 0; n < 30; n++) {
      clinic.patient();
    }
    assertThat(statements.during(() -> api.get("/webhooks/events").ok()))
        .isEqualTo(few)
        .isLessThanOrEqualTo(5);
  }
}
