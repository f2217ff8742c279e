package org.cartwright.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.Unsettled;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.Body;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who is erased is gone, and the books are as they were. */
@CartwrightTest
class PatientErasureTests {

  private static final String ERASED =
      "The patient was erased; nothing can be written about them any more.";

  private static @Nullable Erased erased;

  @Autowired private Clinics clinics;
  @Autowired private List<PersonalDataHolder> holders;
  @Autowired private Statements statements;

  private StoredWords words(PlantedPatient planted) {
    return new StoredWords(TestDatabase.shared(), planted.clinic().id(), holders);
  }

  /** A patient of whom nothing is open: what was, ran out. */
  private PlantedPatient settled() {
    var planted = PlantedPatient.in(clinics);
    TestDatabase.shared()
        .executeAsSuperuser(
            "update cart set status = 'EXPIRED' where id in ('%s', '%s')"
                .formatted(planted.openCart(), planted.openDraft()));
    words(planted).awaitMessages();
    return planted;
  }

  /**
   * Somebody who was erased, for all tests that only look or are refused; and what was there
   * before.
   */
  private record Erased(
      PlantedPatient planted,
      List<String> orders,
      Set<String> columns,
      Set<String> othersColumns,
      Map<String, List<String>> rows,
      List<String> figures,
      Answer acceptance,
      String first,
      String contact,
      Answer told) {}

  private Erased erased() {
    if (erased == null) {
      var planted = settled();
      var stored = words(planted);
      var api = planted.api();
      var first = markOf(planted, "first");
      var contact = markOf(planted, "contact");
      assertThat(api.get("/user/patient/search?search_term=" + first).ok().json()).hasSize(1);
      assertThat(found(api, "/orders?search=" + contact)).isEqualTo(1);
      assertThat(placedAgain(planted).ok().text()).contains(contact);
      erased =
          new Erased(
              planted,
              orders(planted),
              stored.columnsWith(allMarks(planted)),
              stored.columnsWith(planted.othersMarks()),
              stored.withoutWords(),
              figures(planted),
              api.get(acceptanceOf(planted)).ok(),
              first,
              contact,
              erase(planted).ok());
    }
    return erased;
  }

  private static String markOf(PlantedPatient planted, String what) {
    return planted.marks().stream().filter(mark -> mark.endsWith(what)).findFirst().orElseThrow();
  }

  private static List<String> allMarks(PlantedPatient planted) {
    var marks = new ArrayList<>(planted.marks());
    marks.addAll(List.of(PlantedPatient.PHONE, PlantedPatient.PHONE_DIGITS, "1951-02-03"));
    return marks;
  }

  private static String acceptanceOf(PlantedPatient planted) {
    return "/billing/quote/" + planted.accepted() + "/acceptance";
  }

  private static String path(String patient) {
    return "/user/patient/" + patient + "/erasure";
  }

  private static AnyBody why(String patient) {
    return body().with("reason", "Asked for it").with("confirmedPatientId", patient);
  }

  private static Answer erase(PlantedPatient planted) {
    return planted.api().post(path(planted.id()), why(planted.id()));
  }

  @Test
  void noWordThatWasWrittenAboutAPatientIsAnywhereAfterwards() {
    var erased = erased();
    assertThat(erased.columns())
        .contains("patient.first_name", "quote_acceptance.content", "idempotency.body")
        .hasSizeGreaterThan(60);

    assertThat(words(erased.planted()).columnsWith(allMarks(erased.planted()))).isEmpty();
  }

  @Test
  void whatBearsTheSameIdAndIsSomebodyElsesStays() {
    var erased = erased();
    var planted = erased.planted();
    assertThat(erased.othersColumns())
        .contains("draft_order.contact_name", "cart_line.notes", "quote.title")
        .contains("caught_message.text");

    assertThat(words(planted).columnsWith(planted.othersMarks())).isEqualTo(erased.othersColumns());
  }

  @Test
  void aMessageToSomebodyElseAboutWhatBearsTheSameIdStillLeaves() {
    var planted = settled();
    TestDatabase.shared()
        .executeAsSuperuser(
            """
            insert into message (tenant_id, id, occasion, channel, about, recipient, sender, text, status, attempts,
                                 attempt_until, created_date, next_attempt_date)
            values ('%s', 'msg_leaving', 'QUOTE_OFFERED', 'SMS', '%s', '+1 555 0100', 'Glow', 'Come', 'WAITING', 0,
                    now() + interval '1 day', now(), now() + interval '1 day')
            """
                .formatted(planted.clinic().id(), planted.id()));

    erase(planted).ok();

    assertThat(words(planted).columnsWith(List.of("555 0100"))).contains("message.recipient");
  }

  @Test
  void theBooksAreAsTheyWere() {
    var erased = erased();
    var planted = erased.planted();
    assertThat(erased.rows().keySet())
        .contains("charge", "payment", "refund", "placed_order", "order_line", "quote", "cart_line")
        .contains("patient_credit_entry", "charge_item", "stock_taking");

    assertThat(words(planted).withoutWords()).isEqualTo(erased.rows());
    assertThat(figures(planted)).isEqualTo(erased.figures());
    var report =
        clinics.operator().get("/platform/health-report?tenant=" + planted.clinic().id()).ok();
    assertThat(report.json().findValues("broken")).isNotEmpty();
    assertThat(report.text()).contains("0 of 1").doesNotContainPattern("\"result\":\"[1-9]");
  }

  private static List<String> figures(PlantedPatient planted) {
    var api = planted.api();
    var figures = new ArrayList<String>();
    for (var quote : List.of(planted.accepted(), planted.declined(), planted.draftQuote())) {
      var read = api.get("/billing/quote/" + quote).ok();
      figures.add(read.at("/status") + " " + read.number("/total"));
    }
    var charge = api.get("/billing/charge/get/" + planted.paidCharge()).ok();
    figures.add(charge.at("/status") + " " + charge.number("/total"));
    for (var order : orders(planted)) {
      var read = api.get("/orders/" + order).ok();
      figures.add(read.at("/status") + " " + read.at("/number") + " " + read.number("/total"));
    }
    return figures;
  }

  private static List<String> orders(PlantedPatient planted) {
    var ids = new ArrayList<String>();
    planted
        .api()
        .get("/orders?customer_id=" + planted.id())
        .ok()
        .json()
        .get("data")
        .forEach(order -> ids.add(order.get("id").asString()));
    assertThat(ids).hasSize(2);
    return ids;
  }

  @Test
  void whatIsStillShownAndPrintedNamesNobody() {
    var planted = erased().planted();
    var api = planted.api();

    var shown = new ArrayList<String>();
    shown.add("/user/patient/" + planted.id());
    shown.add("/user/patient/" + planted.id() + "/export");
    for (var quote : List.of(planted.accepted(), planted.declined(), planted.draftQuote())) {
      shown.add("/billing/quote/" + quote);
      shown.add("/billing/quote/" + quote + "/timeline");
      shown.add("/billing/quote/" + quote + "/quote.pdf");
    }
    shown.add("/billing/quote/" + planted.accepted() + "/acceptance");
    shown.add("/billing/charge/get/" + planted.paidCharge());
    shown.add("/billing/payment/" + planted.payment() + "/receipt");
    shown.add("/billing/payment/" + planted.payment() + "/receipt.pdf");
    for (var order : erased().orders()) {
      shown.add("/orders/" + order);
      shown.add("/orders/" + order + "/timeline");
      shown.add("/orders/" + order + "/confirmation.pdf");
    }
    shown.add("/billing/cart/" + planted.openCart());
    shown.add("/orders/drafts/" + planted.openDraft());
    for (var path : shown) {
      var text = path.endsWith(".pdf") ? Printed.text(api.file(path)) : api.get(path).ok().text();
      assertThat(planted.marks().stream().filter(text::contains)).as(path).isEmpty();
    }
    var patient = api.get("/user/patient/" + planted.id()).ok();
    assertThat(patient.at("/firstName") + " " + patient.at("/lastName"))
        .isEqualTo("Erased patient");
  }

  @Test
  void whatWasAcceptedIsSaidToBeRedacted() {
    var erased = erased();
    var before = erased.acceptance();
    assertThat(before.json().get("verified").booleanValue()).isTrue();
    assertThat(before.json().has("redactedDate")).isFalse();

    var after = erased.planted().api().get(acceptanceOf(erased.planted())).ok();
    assertThat(after.json().get("verified").booleanValue()).isFalse();
    assertThat(after.at("/redactedDate")).isEqualTo(erased.told().at("/erasedDate"));
    assertThat(after.at("/sha256")).isEqualTo(before.at("/sha256"));
    assertThat(after.at("/acceptedDate")).isEqualTo(before.at("/acceptedDate"));
    assertThat(after.at("/content"))
        .contains("\"title\":null", "\"terms\":null", "\"total\":", "Serum")
        .doesNotContain(erased.planted().marks());
  }

  @Test
  void whatIsOnlyAddedToLosesItsWordsAndIsNotRewordedByTheService() throws Exception {
    var planted = settled();
    var before = words(planted).withoutWords();
    var redacting =
        "update quote_acceptance set network_address = null, user_agent = null, redacted_date = now(), ";
    var rewording =
        Map.of(
            "update order_event set detail = 'Otherwise'",
            "row-level security",
            "update order_line set notes = 'Otherwise'",
            "row-level security",
            "update refund set description = 'Otherwise'",
            "row-level security",
            "update order_event set happened_date = now()",
            "permission denied",
            redacting + "content = replace(content, 'Serum', 'Syrup')",
            "kept as evidence",
            redacting + "content = content",
            "kept as evidence",
            redacting + "content = '[]'",
            "kept as evidence");
    // As all that the service says to its database does, which another test makes sure of.
    var here = " where tenant_id = '%s'".formatted(planted.clinic().id());
    try (var app = TestDatabase.shared().app().getConnection();
        var statement = app.createStatement()) {
      statement.execute(
          "select set_config('cartwright.tenant', '%s', false)".formatted(planted.clinic().id()));
      for (var attempt : rewording.entrySet()) {
        assertThatThrownBy(() -> statement.execute(attempt.getKey() + here))
            .as(attempt.getKey())
            .hasMessageContaining(attempt.getValue());
      }
    }
    assertThat(words(planted).withoutWords()).isEqualTo(before);
  }

  @Test
  void nobodyIsFound() {
    var erased = erased();
    var api = erased.planted().api();

    for (var term : List.of(erased.first(), "Erased", PlantedPatient.PHONE_DIGITS)) {
      assertThat(api.get("/user/patient/search?search_term=" + term).ok().json()).isEmpty();
    }
    for (var term : List.of(erased.contact(), PlantedPatient.PHONE_DIGITS)) {
      assertThat(found(api, "/orders?search=" + term)).isZero();
    }
  }

  private static int found(Api api, String path) {
    return api.get(path).ok().json().get("data").size();
  }

  @Test
  void aLivingPatientsDraftChangesThoughItsCartWentToSomebodyWhoIsErased() {
    var desk = QuoteDesk.of(clinics.open());
    var api = desk.api();
    var quote = desk.quote(500);
    var other = desk.patient();
    api.put(
            "/billing/cart/" + quote.at("/cartId"),
            aCart().of(other).with(line(quote.at("/items/0/itemId"))))
        .ok();
    TestDatabase.shared()
        .executeAsSuperuser(
            "update cart set status = 'EXPIRED' where id = '%s'".formatted(quote.at("/cartId")));
    api.post(path(other), why(other)).ok();

    var path = QuoteDesk.path(quote);
    assertThat(api.put(path, aQuote().title("Anew")).ok().at("/title")).isEqualTo("Anew");
    api.put(path, body().with("internalNotes", "Call back")).ok();
    assertThat(desk.send(quote, "email").refused(409).at("/detail")).isNotEqualTo(ERASED);
    api.put("/billing/cart/" + quote.at("/cartId"), aCart().of(other)).refused(409);
  }

  @Test
  void nothingIsWrittenAboutThemAnyMore() {
    var planted = erased().planted();
    var api = planted.api();
    var id = planted.id();
    var order = erased().orders().getFirst();
    var stored = words(planted).withoutWords();

    var patient = "/user/patient/" + id;
    var quote = "/billing/quote/" + planted.draftQuote();
    var cart = body().with("patientId", id).with("items", list(line(planted.item()).quantity(1)));
    for (var refused :
        List.of(
            api.put(patient, body().with("firstName", "Back")),
            api.post(
                "/user/patient/archive",
                body().with("patientIds", list(id)).with("isArchived", false)),
            api.post(patient + "/tags", body().with("patientId", id).with("tagIds", list())),
            api.post(patient + "/credit", body().with("amount", 100)),
            api.put("/billing/cart/" + planted.openCart(), cart),
            api.post("/billing/cart/" + planted.openCart() + "/items", line(planted.item())),
            api.delete("/billing/cart/" + planted.openCart()),
            api.patch("/orders/drafts/" + planted.openDraft(), body().with("internalNote", "Back")),
            api.put(quote, body().with("title", "Back")),
            api.post(
                quote + "/items/add", body().with("itemId", planted.item()).with("quantity", 1)),
            api.post(
                "/billing/quote/send",
                body().with("quoteId", planted.draftQuote()).with("method", "email")),
            api.post("/billing/quote/" + planted.declined() + "/revise", body()),
            api.post("/orders/" + order + "/cancel", body().with("reason", "Back")),
            api.post(
                "/billing/payment/refund",
                body()
                    .with("paymentId", planted.payment())
                    .with("providerId", planted.provider())
                    .with("amount", 1)
                    .with("reason", "OTHER")))) {
      assertThat(refused.refused(409).at("/detail")).isEqualTo(ERASED);
    }
    for (var refused :
        List.of(
            api.post("/billing/cart", cart),
            api.post("/billing/quote", aQuote(id, planted.openCart()).by(planted.provider())),
            api.post(
                "/user/patient/quick-note/create",
                body()
                    .with("patientId", id)
                    .with("creatorId", planted.provider())
                    .with("note", "Back")))) {
      assertThat(refused.status()).isIn(409, 422);
    }
    assertThat(words(planted).withoutWords()).isEqualTo(stored);
  }

  @Test
  void whatHasToBeSettledIsToldAllAtOnce() {
    var planted = PlantedPatient.in(clinics);
    words(planted).awaitMessages();
    var api = planted.api();
    var id = planted.id();
    var credit = api.post("/user/patient/" + id + "/credit", body().with("amount", 50)).ok();
    var cart =
        api.post(
                "/billing/cart",
                body().with("patientId", id).with("items", list(line(planted.item()).quantity(1))))
            .ok()
            .at("/id");
    var charge =
        api.post("/billing/cart/" + cart + "/convert-to-charge", body().with("cartId", cart)).ok();
    var sold =
        api.post(
                "/billing/cart",
                body().with("patientId", id).with("items", list(line(planted.item()).quantity(1))))
            .ok()
            .at("/id");
    var quote = api.post("/billing/quote", aQuote(id, sold).by(planted.provider())).ok().at("/id");
    api.post("/billing/quote/send", body().with("quoteId", quote).with("method", "email")).ok();
    words(planted).awaitMessages();
    var before = words(planted).withoutWords();

    var refused = erase(planted).refused(409);

    assertThat(blockers(refused))
        .containsExactly(
            "CREDIT_LEFT " + List.of(credit.at("/id")),
            "OPEN_CARTS " + List.of(planted.openCart(), sold).stream().sorted().toList(),
            "OPEN_DRAFTS " + List.of(planted.openDraft()),
            "OPEN_QUOTES " + List.of(quote),
            "OUTSTANDING_CHARGES " + List.of(charge.at("/id")));
    assertThat(refused.at("/detail")).contains("withdraw them", "settle them", "delete them");
    assertThat(words(planted).withoutWords()).isEqualTo(before);

    api.delete("/user/patient/" + id + "/credit/" + credit.at("/id")).ok();
    api.post("/billing/quote/" + quote + "/withdraw", "").ok();
    api.delete("/billing/cart/" + sold).ok();
    api.delete("/billing/cart/" + planted.openCart()).ok();
    api.delete("/orders/drafts/" + planted.openDraft()).ok();
    planted.pay(charge.at("/id"));
    erase(planted).ok();
    assertThat(words(planted).columnsWith(planted.marks())).isEmpty();
  }

  private static List<String> blockers(Answer refused) {
    var told = new ArrayList<String>();
    for (var blocker : refused.json().get("blockers")) {
      var ids = new ArrayList<String>();
      blocker.get("ids").forEach(id -> ids.add(id.asString()));
      told.add(blocker.get("code").asString() + " " + ids);
    }
    return told;
  }

  @Test
  void anOrderThatIsNotFinishedHasToBe() {
    var planted = settled();
    TestDatabase.shared()
        .executeAsSuperuser(
            "update cart set status = 'DRAFT' where id = '%s'".formatted(planted.openDraft()));
    var order =
        planted
            .api()
            .post(
                "/orders/drafts/" + planted.openDraft() + "/place",
                body().with("contactPhone", PlantedPatient.PHONE))
            .ok();
    words(planted).awaitMessages();

    var refused = erase(planted).refused(409);

    assertThat(blockers(refused))
        .containsExactly(
            "OPEN_ORDERS " + List.of(order.at("/id")),
            "OUTSTANDING_CHARGES " + List.of(order.at("/chargeId")));
  }

  @Test
  void aSecondErasureTellsOfTheFirst() {
    var planted = erased().planted();
    var first = erased().told();

    var second =
        planted
            .api()
            .post(path(planted.id()), why(planted.id()).with("reason", "Asked again"))
            .ok();

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(first.at("/reason")).isEqualTo("Asked for it");
    assertThat(first.at("/keyId")).isEqualTo(planted.clinic().keyId());
    assertThat(planted.api().get("/user/patient/" + planted.id() + "/export").ok().text())
        .contains("Asked for it");
  }

  @Test
  void itIsNotDoneBeforeItIsSaidWhy() {
    var clinic = clinics.open();
    var patient = clinic.patient();

    assertThat(clinic.api().post(path(patient), why(patient).with("reason", " ")).violation())
        .isEqualTo("[body, reason] value_error");
    assertThat(clinic.api().get("/user/patient/" + patient).ok().at("/isArchived"))
        .isEqualTo("false");
  }

  @Test
  void itIsOnlyDoneToThePatientWhoIsMeant() {
    var planted = settled();
    var other = planted.clinic().patient();
    var before = words(planted).withoutWords();

    assertThat(planted.api().post(path(planted.id()), why(other)).violation())
        .isEqualTo("[body, confirmedPatientId] value_error");
    var elsewhere = clinics.open().api();
    assertThat(elsewhere.post(path(planted.id()), why(planted.id())).refused(404).text())
        .isEqualTo(elsewhere.post(path("nobody"), why("nobody")).refused(404).text());
    planted.api().post(path(other), why(other)).ok();

    var marks = planted.marks();
    assertThat(words(planted).columnsWith(marks)).hasSizeGreaterThan(60);
    erase(planted).ok();
    assertThat(words(planted).withoutWords()).isEqualTo(before);
  }

  @Test
  void anAnswerThatWasKeptIsGoneAndItsRequestIsStillNotDoneAgain() {
    var gone = placedAgain(erased().planted()).refused(410);
    assertThat(gone.at("/detail")).contains("erased");
    assertThat(gone.headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  @Test
  void largeAnswersAreGoneThroughAFewAtATime() {
    var small = clinics.open();
    var large = clinics.open();
    keepAnswers(small, 10);
    keepAnswers(large, 1_000_000);

    long ofSmall = statementsOfErasing(small);
    long ofLarge = statementsOfErasing(large);

    assertThat(ofLarge - ofSmall).isBetween(2L, 11L);
  }

  private void keepAnswers(Clinic clinic, int bytes) {
    TestDatabase.shared()
        .executeAsSuperuser(
            """
            insert into idempotency (tenant_id, key, request_hash, status, content_type, body, created_date)
            select '%s', 'kept-' || n, sha256(''), 200, 'application/json',
                   convert_to('{"notes":"' || repeat('x', %d) || '"}', 'UTF8'), now()
              from generate_series(1, 12) n
            """
                .formatted(clinic.id(), bytes));
  }

  private long statementsOfErasing(Clinic clinic) {
    var patient = clinic.patient();
    return statements.during(() -> clinic.api().post(path(patient), why(patient)).ok());
  }

  private static Answer placedAgain(PlantedPatient planted) {
    var draft = planted.placed().getFirst();
    return planted
        .api()
        .with("Idempotency-Key", "place-" + draft)
        .post(
            "/orders/drafts/" + draft + "/place",
            body().with("contactPhone", PlantedPatient.PHONE));
  }

  @Test
  void whoeverWritesAtTheSameTimeIsDoneBeforeOrRefused() {
    var clinic = clinics.open();
    var api = clinic.api();
    var provider = clinic.provider();
    var item = clinic.item("Serum", 5000);
    for (int round = 0; round < 8; round++) {
      var word = "zqrace" + round + "x";
      var patient =
          clinic.patient(body().with("firstName", word).with("email", word + "@a.example"));
      Body<?> cart =
          body()
              .with("patientId", patient)
              .with("notes", word)
              .with("items", list(line(item).quantity(1)));
      Body<?> note =
          body().with("patientId", patient).with("creatorId", provider).with("note", word);

      var answers =
          AtOnce.all(
              List.<Callable<Answer>>of(
                  () -> api.post(path(patient), why(patient)),
                  () -> api.post("/billing/cart", cart),
                  () -> api.post("/user/patient/quick-note/create", note),
                  () -> api.put("/user/patient/" + patient, body().with("city", word))));

      var isErased = answers.getFirst().status() == 200;
      if (isErased) {
        assertThat(answers.get(1).status()).isEqualTo(422);
      } else {
        assertThat(blockers(answers.getFirst().refused(409)))
            .containsExactly("OPEN_CARTS " + List.of(answers.get(1).ok().at("/id")));
      }
      var stored = new StoredWords(TestDatabase.shared(), clinic.id(), holders);
      assertThat(stored.columnsWith(List.of(word)).isEmpty()).isEqualTo(isErased);
    }
  }

  @Test
  void whoeverBillsAPatientWaitsForWhoeverIsErasingThem() throws Exception {
    var clinic = clinics.open();
    var patient = clinic.patient();
    var item = clinic.item("Serum", 5000);
    try (var erasing = TestDatabase.shared().superuser();
        var statement = erasing.createStatement()) {
      erasing.setAutoCommit(false);
      var where = " where tenant_id = '%s' and id = '%s'".formatted(clinic.id(), patient);
      statement.execute("select from patient" + where + " for update");

      var answers =
          AtOnce.all(
              List.<Callable<Answer>>of(
                  () ->
                      clinic
                          .api()
                          .post(
                              "/billing/cart",
                              body()
                                  .with("patientId", patient)
                                  .with("items", list(line(item).quantity(1)))),
                  () -> {
                    var end = System.nanoTime() + 60_000_000_000L;
                    while (TestDatabase.shared().waitingFor("for key share") == 0) {
                      assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
                    }
                    statement.execute("update patient set is_archived = true" + where);
                    erasing.commit();
                    return clinic.api().get("/user/patient/" + patient);
                  }));

      assertThat(answers.getFirst().violation()).isEqualTo("[body, patientId] value_error");
    }
  }

  @Test
  void aQuoteIsNotSentToSomebodyWhoIsBeingErased() {
    var clinic = clinics.open();
    var api = clinic.api();
    var provider = clinic.provider();
    var item = clinic.item("Serum", 5000);
    for (int round = 0; round < 6; round++) {
      var word = "zqsend" + round + "x";
      var patient =
          clinic.patient(
              body()
                  .with("firstName", word)
                  .with("email", word + "@a.example")
                  .with("dateOfBirth", "1970-01-01"));
      var cart = clinic.cart(patient, line(item).quantity(1)).at("/id");
      var quote = api.post("/billing/quote", aQuote(patient, cart).by(provider)).ok().at("/id");

      var answers =
          AtOnce.all(
              List.<Callable<Answer>>of(
                  () -> {
                    api.delete("/billing/cart/" + cart);
                    return api.post(path(patient), why(patient));
                  },
                  () ->
                      api.post(
                          "/billing/quote/send",
                          body().with("quoteId", quote).with("method", "email"))));

      var stored = new StoredWords(TestDatabase.shared(), clinic.id(), holders);
      stored.awaitMessages();
      var isErased = answers.getFirst().status() == 200;
      var status = api.get("/billing/quote/" + quote).ok().at("/status");
      assertThat(status).isEqualTo(isErased ? "DRAFT" : "SENT");
      assertThat(answers.get(1).status()).isEqualTo(isErased ? 409 : 200);
      assertThat(stored.columnsWith(List.of(word)).isEmpty()).isEqualTo(isErased);
    }
  }

  @Test
  void theDocumentTellsEveryKindOfThingThatCanBeOpen() {
    var told =
        clinics
            .nobody()
            .get("/v3/api-docs")
            .ok()
            .json()
            .at("/components/schemas/PatientErasureBlocker/properties/code/enum")
            .valueStream()
            .map(JsonNode::asString);

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            holders.stream()
                .flatMap(holder -> holder.unsettled().stream())
                .map(Unsettled::code)
                .toList());
  }
}
