package org.cartwright.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartwright.audit.recording.AuditRows.addedBy;
import static org.cartwright.audit.recording.AuditRows.addedByRefused;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartwright.audit.Outcome;
import org.cartwright.audit.recording.AuditRows.Row;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.platform.trail.Touched.Thing;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Who saw or did what is put down once, with ids and names and without a value. */
@CartwrightTest
class AuditTests {

  private static final String READ_A_CART = "get_cart_by_id_billing_cart__cart_id__get";

  @Autowired private Clinics clinics;
  @Autowired private AuditLog log;
  @Autowired private RefusalTally tally;
  @Autowired private Statements statements;

  private Clinic clinic;
  private String patient;
  private String cart;
  private String line;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    patient = clinic.patient();
    var made = clinic.cart(patient, line(clinic.item("Filler", 1000)));
    cart = made.at("/id");
    line = made.at("/items/0/id");
  }

  private String path() {
    return "/billing/cart/" + cart;
  }

  @Test
  void ofManyReadsAtOnceEachHasItsRowBeforeItIsAnswered() {
    var asked = IntStream.range(0, 16).mapToObj(i -> "read-" + i).toList();

    var rows =
        addedBy(
            clinic,
            () ->
                AtOnce.all(
                    asked.stream().map(id -> (Callable<Object>) () -> readAndFind(id)).toList()));

    assertThat(rows)
        .extracting(Row::requestId)
        .containsExactlyInAnyOrderElementsOf(
            asked.stream()
                .flatMap(id -> IntStream.range(0, 5).mapToObj(i -> id + "-" + i))
                .toList());
  }

  /** Reads a few times, and looks for the row as soon as there is an answer. */
  private Object readAndFind(String id) {
    for (int i = 0; i < 5; i++) {
      var name = id + "-" + i;
      clinic.api().with("X-Request-Id", name).get(path()).ok();
      assertThat(AuditRows.of(clinic.id())).extracting(Row::requestId).contains(name);
    }
    return id;
  }

  @Test
  void whatIsAboutMoreThanFiveHundredThingsIsPutDownInRowsThatComeTogetherOrNotAtAll() {
    var things = IntStream.range(0, 1001).mapToObj(i -> new Thing("order", "o" + i)).toList();
    var reading =
        new Access(
            clinic.id(), null, null, "list", Outcome.DONE, null, things, List.of(), 1, null, null);
    var broken = new ArrayList<>(things);
    broken.set(700, new Thing("order", "\u0000"));

    var rows = addedBy(clinic, () -> log.alone(reading));

    assertThat(rows).extracting(row -> row.objects().size()).containsExactly(500, 500, 1);
    assertThat(rows.stream().flatMap(row -> row.objects().stream()))
        .hasSize(1001)
        .doesNotHaveDuplicates();
    assertThat(
            addedBy(
                clinic,
                () ->
                    assertThatThrownBy(() -> log.alone(reading.about(broken)))
                        .isInstanceOf(DataAccessException.class)))
        .isEmpty();
  }

  @Test
  void aChangeIsOneRowThatNamesThingsAndFieldsButNoValue() {
    var api = clinic.api().with("X-Request-Id", "my-request");

    var rows =
        addedBy(
            clinic,
            () -> api.put(path() + "/items/" + line, line().quantity(3).notes("a Wvutsr")).ok());

    assertThat(rows).hasSize(1);
    var row = rows.getFirst();
    assertThat(row.caller()).isEqualTo("KEY");
    assertThat(row.keyId()).isEqualTo(clinic.keyId());
    assertThat(row.action()).startsWith("update_cart_item");
    assertThat(row.outcome()).isEqualTo("DONE");
    assertThat(row.status()).isNull();
    assertThat(row.objects())
        .containsExactlyInAnyOrder("cart:" + cart, "patient:" + patient, "line:" + line);
    assertThat(row.fields()).contains("cart-line.quantity", "cart-line.notes");
    assertThat(row.requestId()).isEqualTo("my-request");
    assertThat(row.addressFamily()).isIn("IPv4", "IPv6");
    assertThat(AuditRows.everything(clinic.id())).doesNotContain("Wvutsr");
  }

  @Test
  void aChangeThatChangesNothingIsPutDownAsTheReadItIs() {
    var same = line().quantity(1);

    var rows = addedBy(clinic, () -> clinic.api().put(path() + "/items/" + line, same).ok());

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().fields()).isEmpty();
    assertThat(rows.getFirst().objects()).contains("cart:" + cart, "patient:" + patient);
  }

  @Test
  void whatIsReadIsOneRowWithWhatItShows() {
    assertThat(addedBy(clinic, () -> clinic.api().get(path()).ok()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.action()).isEqualTo(READ_A_CART);
              assertThat(row.objects()).containsExactly("cart:" + cart, "patient:" + patient);
              assertThat(row.fields()).isEmpty();
            });
    var other = clinic.cart(clinic.patient()).at("/id");
    assertThat(addedBy(clinic, () -> clinic.api().get("/billing/cart?size=10").ok()))
        .singleElement()
        .satisfies(row -> assertThat(row.objects()).contains("cart:" + cart, "cart:" + other));
  }

  @Test
  void whatWasToldToAWebhookIsPutDownWhereverItIsShown() {
    var wanted = body().with("url", "http://localhost:1/").with("types", list("PATIENT_CREATED"));
    var hook = clinic.api().post("/webhooks", wanted).ok().at("/id");
    clinic.patient();
    var deliveries = "/webhooks/" + hook + "/deliveries";
    var told = clinic.api().get(deliveries).ok().at("/data/0/id");
    var attempts = "/webhook/decoda/" + hook + "/delivery-attempts/list";
    var attempt = "/webhook/decoda/events/" + told;

    assertThat(shownBy(deliveries)).containsExactly("webhook:" + hook, "delivery:" + told);
    assertThat(shownBy(attempts))
        .containsExactly("webhook:" + hook, "webhook-delivery-attempt:" + told);
    assertThat(shownBy(attempt)).containsExactly("webhook-delivery-attempt:" + told);
    assertThat(addedBy(clinic, () -> clinic.api().get("/webhooks/" + hook).ok())).isEmpty();
    clinic.api().delete("/webhooks/" + hook).ok();
  }

  private List<String> shownBy(String path) {
    return addedBy(clinic, () -> clinic.api().get(path).ok()).stream()
        .flatMap(row -> row.objects().stream())
        .toList();
  }

  @Test
  void aListWithoutEndIsPutDownChunkByChunk() {
    var ids = new ArrayList<String>();
    ids.add(cart);
    for (int i = 0; i < 120; i++) {
      ids.add(clinic.cart(aCart().of(patient)).at("/id"));
    }

    var rows = addedBy(clinic, () -> clinic.api().get("/billing/cart/list").ok());

    assertThat(rows).hasSize(2);
    assertThat(rows.stream().flatMap(row -> row.objects().stream()))
        .containsAll(ids.stream().map(id -> "cart:" + id).toList());
  }

  @Test
  void aPdfIsPutDownByWhatItsPathNames() {
    var desk = PaymentDesk.of(clinic);
    var payment = desk.pay(desk.charge(100), 100).ok().at("/id");

    assertThat(
            addedBy(
                clinic, () -> clinic.api().file("/billing/payment/" + payment + "/receipt.pdf")))
        .singleElement()
        .satisfies(row -> assertThat(row.objects()).containsExactly("payment:" + payment));
  }

  @Test
  void whatIsRefusedIsPutDownWithItsStatus() {
    var theirs = clinics.open();
    var api = theirs.api();
    var refused =
        Stream.<Runnable>of(
                () -> api.get(path()).refused(404),
                () -> api.get("/billing/cart/nothing").refused(404),
                () -> api.post("/billing/cart", body().with("patientId", 12)).refused(422),
                () -> api.get("/inventory/items/nowhere/at/all").refused(404))
            .map(request -> addedByRefused(theirs, request))
            .toList();

    assertThat(refused.stream().map(row -> row.outcome() + " " + row.status()))
        .containsExactly("REFUSED 404", "REFUSED 404", "REFUSED 422", "REFUSED 404");
    assertThat(refused.get(0).objects()).containsExactly("cart:" + cart);
    assertThat(refused.get(0).action()).isEqualTo(READ_A_CART);
    assertThat(refused.get(3).action()).isEqualTo("unknown");
    assertThat(refused).allSatisfy(row -> assertThat(row.keyId()).isEqualTo(theirs.keyId()));
  }

  @Test
  void aRefusalThatCannotBePutDownAtOnceIsCounted() {
    var rows =
        addedBy(
            clinic,
            () -> {
              TestDatabase.shared()
                  .full(
                      "audit_entry",
                      clinic.id(),
                      () -> clinic.api().get("/billing/cart/nothing").refused(404));
              tally.putDown();
            });

    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.action()).isEqualTo(READ_A_CART);
              assertThat(row.status()).isEqualTo(404);
              assertThat(row.times()).isEqualTo(1);
              assertThat(row.keyId()).isEqualTo(clinic.keyId());
            });
  }

  @Test
  void wrongKeysAreCountedForTheClinicTheyWereTriedAt() {
    for (int i = 0; i < 7; i++) {
      clinic.api().with("API-KEY", "wrong-" + i).get(path()).refused(401);
      clinic.api().with("TENANT", "no-clinic-" + i).get(path()).refused(401);
    }

    var rows = addedBy(clinic, tally::putDown);

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst())
        .isEqualTo(
            new AuditRows.Row(
                null,
                null,
                "authenticate",
                "REFUSED",
                401,
                List.of(),
                List.of(),
                7,
                null,
                rows.getFirst().addressFamily()));
    assertThat(AuditRows.of("no-clinic-1")).isEmpty();
  }

  @Test
  void whatIsRolledBackLeavesNoRowOfAChange() {
    var rows =
        addedBy(
            clinic,
            () ->
                TestDatabase.shared()
                    .broken(
                        "cart",
                        "new.id = '" + cart + "'",
                        () ->
                            assertThat(
                                    clinic
                                        .api()
                                        .put(path() + "/items/" + line, line().quantity(9))
                                        .status())
                                .isGreaterThanOrEqualTo(500)));

    assertThat(rows).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?size=5", "/list"})
  void nothingIsShownThatCannotBePutDown(String list) {
    withoutRoom(
        () -> {
          var shown = clinic.api().get(list.isEmpty() ? path() : "/billing/cart" + list);
          assertThat(shown.status()).isGreaterThanOrEqualTo(500);
          assertThat(shown.text()).doesNotContain(cart).contains("detail");
        });
    clinic.api().get(path()).ok();
  }

  /** While this is done no row can be added. */
  private void withoutRoom(Runnable work) {
    TestDatabase.shared()
        .executeAsSuperuser(
            """
            create function no_room() returns trigger language plpgsql as
            $body$ begin raise exception 'full'; end $body$;
            create trigger no_room before insert on audit_entry for each row
                when (new.tenant_id = '%s') execute function no_room()
            """
                .formatted(clinic.id()));
    try {
      work.run();
    } finally {
      TestDatabase.shared().executeAsSuperuser("drop function no_room() cascade");
    }
  }

  @Test
  void whatIsDoneOnceUnderAKeyIsPutDownOnceAndItsAnswerAgainAsARead() {
    var api = clinic.api().with("Idempotency-Key", "once");
    var made = aCart().of(patient);

    var first = addedBy(clinic, () -> api.post("/billing/cart", made).ok());
    var again = addedBy(clinic, () -> api.post("/billing/cart", made).ok());

    assertThat(first).hasSize(1);
    assertThat(first.getFirst().fields()).contains("cart.created");
    assertThat(again).hasSize(1);
    assertThat(again.getFirst().action()).isEqualTo(first.getFirst().action());
    assertThat(again.getFirst().outcome()).isEqualTo("DONE");
    assertThat(again.getFirst().fields()).isEmpty();
    assertThat(first.getFirst().objects()).hasSize(2).contains("patient:" + patient);
    assertThat(again.getFirst().objects())
        .containsExactlyInAnyOrderElementsOf(first.getFirst().objects());
  }

  @Test
  void whatIsRefusedUnderAKeyIsPutDownAsRefusedAndNothingElse() {
    var api = clinic.api().with("Idempotency-Key", "refused");

    for (int i = 0; i < 2; i++) {
      var row =
          addedByRefused(
              clinic, () -> api.put(path() + "/items/nothing", line().quantity(2)).refused(404));
      assertThat(row.outcome() + " " + row.status()).isEqualTo("REFUSED 404");
    }
  }

  @Test
  void underAKeyAChangeOfNothingIsPutDownAsTheReadItIs() {
    var api = clinic.api().with("Idempotency-Key", "nothing");

    var rows = addedBy(clinic, () -> api.put(path() + "/items/" + line, line().quantity(1)).ok());

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().fields()).isEmpty();
    assertThat(rows.getFirst().objects()).contains("cart:" + cart, "patient:" + patient);
  }

  @Test
  void underAKeyNothingIsDoneNorSentAgainThatCannotBePutDown() {
    var api = clinic.api().with("Idempotency-Key", "full");
    var change = line().quantity(8);

    withoutRoom(
        () -> {
          var failed = api.put(path() + "/items/" + line, change);
          assertThat(failed.status()).isGreaterThanOrEqualTo(500);
        });
    assertThat(clinic.api().get(path()).ok().number("/items/0/quantity")).isEqualTo(1);
    api.put(path() + "/items/" + line, change).ok();
    withoutRoom(
        () -> {
          var again = api.put(path() + "/items/" + line, change);
          assertThat(again.status()).isGreaterThanOrEqualTo(500);
          assertThat(again.text()).doesNotContain(cart);
        });

    assertThat(addedBy(clinic, () -> api.put(path() + "/items/" + line, change).ok())).hasSize(1);
  }

  @Test
  void aReadTakesOneStatementMoreAndAChangeToo() {
    clinic.api().get(path()).ok();
    var read = statements.sentDuring(() -> clinic.api().get(path()).ok());
    var change =
        statements.sentDuring(
            () -> clinic.api().put(path() + "/items/" + line, line().quantity(5)).ok());

    assertThat(read.stream().filter(sent -> sent.sql().contains("audit_entry"))).hasSize(1);
    assertThat(change.stream().filter(sent -> sent.sql().contains("audit_entry"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set action = 'nothing' where tenant_id <> ''",
        "delete from audit_entry where tenant_id <> ''",
        "truncate audit_entry",
        "drop table audit_entry",
        "insert into audit_entry_other select * from audit_entry where tenant_id <> ''",
        "select tenant_id from audit_entry_other",
        "update audit_seal_strip set number = 1 where tenant_id <> ''",
        "delete from audit_seal_strip where tenant_id <> ''"
      })
  void theServingRoleCanOnlyAdd(String sql) throws SQLException {
    try (var app = TestDatabase.shared().app().getConnection();
        var statement = app.createStatement()) {
      app.setAutoCommit(false);
      statement.execute("set local cartwright.tenant = '" + clinic.id() + "'");
      assertThatThrownBy(() -> statement.execute(sql))
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
      app.rollback();
    }
  }

  /** What is new under a path of which nothing was said is found here. */
  @ParameterizedTest
  @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs/orders", "/v3/api-docs/platform"})
  void ofEveryOperationItIsSaidWhatItShows(String document) {
    var paths = clinics.nobody().get(document).ok().json().get("paths").propertyNames();

    assertThat(paths).hasSizeGreaterThan(3);
    assertThat(paths)
        .allSatisfy(path -> assertThat(WhatIsShown.declared(path)).as(path).isPresent());
    assertThat(WhatIsShown.declared("/something/else")).isEmpty();
    assertThat(WhatIsShown.kind("/something/else")).isEqualTo("thing");
  }

  @Test
  void theOperatorsWorkForAClinicIsInItsRecord() {
    var rows =
        addedBy(
            clinic,
            () -> clinics.operator().post("/platform/tenants/" + clinic.id() + "/keys", "").ok());

    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.caller()).isEqualTo("OPERATOR"));
    assertThat(rows.getFirst().objects().getFirst()).startsWith("api-key:");
  }

  @Test
  void patientsAreNamedByTheirIdsOnly() {
    var marked =
        clinic.patient(
            aPatient("Zyxwv", "Qponm")
                .phone("+1 (555) 010-7777")
                .with("email", "zyxwv@example.com"));
    clinic.api().put("/user/patient/" + marked, body().with("lastName", "Kjihg")).ok();
    clinic.api().get("/user/patient/search?query=Zyxwv");

    assertThat(AuditRows.everything(clinic.id()))
        .contains("patient.lastName", marked)
        .doesNotContain("Zyxwv", "Qponm", "Kjihg", "7777", "@");
  }
}
