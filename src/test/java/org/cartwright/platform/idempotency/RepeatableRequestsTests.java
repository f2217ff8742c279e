package org.cartwright.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.TestPatience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever changes something is done once, if it has a key of its own. */
@CartwrightTest
class RepeatableRequestsTests {

  private static final String CREATE = "/inventory/items/create";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  @Autowired private TestPatience patience;
  private Clinic clinic;
  private Api keyed;

  @BeforeEach
  void open() {
    clinic = clinics.open();
    keyed = clinic.api().with("Idempotency-Key", "k-1");
  }

  private int items(Clinic of) {
    return of.api().get("/inventory/items/list").ok().json().get("data").size();
  }

  private static void isAgain(Answer again, Answer first) {
    assertThat(again.ok().text()).isEqualTo(first.text());
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
  }

  @Test
  void theSameRequestGetsTheFirstAnswerAndIsNotDoneAgain() {
    var before = items(clinic);
    var first = keyed.post(CREATE, anItem("Serum").price(100)).ok();

    isAgain(keyed.post(CREATE, anItem("Serum").price(100)), first);
    isAgain(keyed.post(CREATE + "/", anItem("Serum").price(100)), first);

    assertThat(items(clinic)).isEqualTo(before + 1);
  }

  @Test
  void whatIsGoneMeanwhileIsAnsweredAsThen() {
    var cart = clinic.cart(clinic.patient()).at("/id");
    var path = "/billing/cart/" + cart;
    var deleted = keyed.delete(path).ok();

    isAgain(keyed.delete(path), deleted);
    clinic.api().delete(path).refused(404);
  }

  @ParameterizedTest
  @CsvSource({"/webhook/decoda/create, subscriptions", "/webhooks, types"})
  void anAnswerWithASecretIsGivenAgainAndNobodyReadsItInTheDatabase(String path, String types)
      throws SQLException {
    var wanted = body().with("url", "https://hooks.example/x").with(types, list("PATIENT_CREATED"));
    var first = keyed.post(path, wanted).ok();
    assertThat(first.at("/secret")).startsWith("whsec_");

    isAgain(keyed.post(path, wanted), first);

    var hook = "/webhooks/" + first.at("/id");
    var other = clinic.api();
    other.with("Idempotency-Key", "k-2").put("/webhook/decoda/update/" + first.at("/id"), body());
    other
        .with("Idempotency-Key", "k-3")
        .put(
            hook,
            body().with("url", "https://hooks.example/y").with("types", list("PATIENT_CREATED")));
    assertThat(kept()).hasSize(3).noneMatch(row -> row.contains(first.at("/secret")));
    var rotated = other.with("Idempotency-Key", "k-4").post(hook + "/rotate-secret", "").ok();
    assertThat(kept()).hasSize(4).noneMatch(row -> row.contains(rotated.at("/secret")));
    assertThat(other.get("/webhooks").ok().json()).hasSize(1);
  }

  @Test
  void whatIsLockedOfOneRequestAnswersNoOther() throws SQLException {
    var wanted = body().with("url", "https://hooks.example/x").with("types", list("ITEM_CREATED"));
    keyed.post("/webhooks", wanted).ok();
    var other = clinic.api().with("Idempotency-Key", "k-2");
    other.post("/webhooks", wanted).ok();
    inTheDatabase(
        "update idempotency i set sealed = o.sealed from idempotency o where i.tenant_id = '%1$s'"
            + " and o.tenant_id = '%1$s' and i.key = 'k-1' and o.key = 'k-2'");

    assertThat(keyed.post("/webhooks", wanted).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");
  }

  private void inTheDatabase(String change) throws SQLException {
    try (var superuser = TestDatabase.shared().superuser();
        var statement = superuser.createStatement()) {
      assertThat(statement.executeUpdate(change.formatted(clinic.id()))).isEqualTo(1);
    }
  }

  private List<String> kept() throws SQLException {
    try (var superuser = TestDatabase.shared().superuser();
        var rows =
            superuser
                .createStatement()
                .executeQuery(
                    "select concat(encode(body, 'escape'), encode(sealed, 'escape')) from idempotency"
                        + " where tenant_id = '%s'".formatted(clinic.id()))) {
      var kept = new ArrayList<String>();
      while (rows.next()) {
        kept.add(rows.getString(1));
      }
      return kept;
    }
  }

  @Test
  void anotherRequestWithTheSameKeyIsRefusedAndNotDone() {
    var item = clinic.item("Serum", 100);
    var path = "/billing/cart/preview";
    var said = aCart().of(clinic.patient()).with(line(item)).toString();
    keyed.post(path, said).ok();

    for (var another :
        List.of(
            keyed.post(path, said + " "),
            keyed.post(path + "?also=this", said),
            keyed.post("/billing/cart", said),
            keyed.put(path, said),
            keyed.delete("/billing/cart/" + item))) {
      assertThat(another.violation()).isEqualTo("[header, Idempotency-Key] value_error");
    }

    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isZero();
  }

  @Test
  void whatWasWrongCanBeSentRightWithTheSameKey() {
    var before = items(clinic);
    keyed.post(CREATE, anItem("Serum").price(-1)).refused(422);
    keyed.post(CREATE, "{").refused(422);
    keyed.put("/billing/cart/nowhere", aCart().of("nobody")).refused(404);

    keyed.post(CREATE, anItem("Serum").price(1)).ok();

    assertThat(items(clinic)).isEqualTo(before + 1);
  }

  @Test
  void whatIsTakenIsSaidAndWhoseItIs() {
    var ada = clinic.patient(aPatient("Ada", "Moss").externalId("x-1"));

    var refused =
        keyed.post("/user/patient/create", aPatient("Eve", "Moss").externalId("x-1")).refused(409);

    assertThat(refused.at("/patientId")).isEqualTo(ada);
    keyed.post("/user/patient/create", aPatient("Eve", "Moss").externalId("x-2")).ok();
  }

  @Test
  void fiftyAtTheSameMomentDoItOnce() {
    var before = items(clinic);
    Callable<Answer> request = () -> keyed.post(CREATE, anItem("Serum").price(100));

    var answers = AtOnce.all(Collections.nCopies(50, request));

    var done = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(done).isNotEmpty();
    assertThat(done.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(
            done.stream().filter(one -> one.headers().firstValue("Idempotency-Replayed").isEmpty()))
        .hasSize(1);
    assertThat(answers.stream().map(Answer::status)).isSubsetOf(200, 409, 429);
    assertThat(items(clinic)).isEqualTo(before + 1);
  }

  @Test
  void whoeverWaitsTooLongForTheFirstIsToldToTryAgain() throws SQLException {
    try (var ignored = patience.shortened();
        var first = TestDatabase.shared().superuser()) {
      first.setAutoCommit(false);
      try (var take =
          first.prepareStatement(
              "insert into idempotency (tenant_id, key, request_hash, created_date) values (?, 'k-1', sha256(''), now())")) {
        take.setString(1, clinic.id());
        take.execute();
      }
      var refused = keyed.post(CREATE, anItem("Serum").price(100)).refused(409);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      first.rollback();
    }
    keyed.post(CREATE, anItem("Serum").price(100)).ok();
  }

  @Test
  void keysBelongToTheirClinic() {
    var other = clinics.open();
    var otherKeyed = other.api().with("Idempotency-Key", "k-1");

    var first = keyed.post(CREATE, anItem("Serum").price(100)).ok();
    var others = otherKeyed.post(CREATE, anItem("Serum").price(100)).ok();

    assertThat(others.at("/id")).isNotEqualTo(first.at("/id"));
    assertThat(others.headers().firstValue("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void whatOnlyReadsIsReadAnewAndWhatTheOperatorDoesIsDone() {
    var item = keyed.get("/inventory/items/list").ok().json().get("data").size();
    clinic.item("Serum", 100);
    assertThat(keyed.get("/inventory/items/list").ok().json().get("data").size())
        .isEqualTo(item + 1);

    var keys = "/platform/tenants/%s/keys".formatted(clinic.id());
    var operator = clinics.operator().with("Idempotency-Key", "k-1");
    assertThat(operator.post(keys, "").ok().text())
        .isNotEqualTo(operator.post(keys, "").ok().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", ""})
  void aKeyIsVisible(String key) {
    var asked = clinic.api().with("Idempotency-Key", key).post(CREATE, anItem("Serum").price(1));
    assertThat(asked.violation()).isEqualTo("[header, Idempotency-Key] value_error");
  }

  @Test
  void aKeyIsShort() {
    var before = items(clinic);
    var asked = clinic.api().with("Idempotency-Key", "k".repeat(256));
    assertThat(asked.post(CREATE, anItem("Serum").price(1)).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");

    clinic
        .api()
        .with("Idempotency-Key", "k".repeat(255))
        .post(CREATE, anItem("Serum").price(1))
        .ok();
    assertThat(items(clinic)).isEqualTo(before + 1);
  }

  @Test
  void aBodyMayBeAsLargeAsWithoutAKey() {
    var said = anItem("Serum").price(100).toString();
    var largest = said + " ".repeat(1024 * 1024 - said.length());

    keyed.post(CREATE, largest + " ").refused(413);
    var first = keyed.post(CREATE, largest).ok();

    isAgain(keyed.post(CREATE, largest), first);
  }

  @Test
  void aKeyCostsTwoSmallTransactionsMore() {
    var cart = clinic.cart(clinic.patient(), line(clinic.item("Serum", 100)));
    var path = "/billing/cart/%s/items/%s".formatted(cart.at("/id"), cart.at("/items/0/id"));
    clinic.api().put(path, line().quantity(2)).ok();

    long without = statements.during(() -> clinic.api().put(path, line().quantity(3)).ok());
    long first = statements.during(() -> keyed.put(path, line().quantity(4)).ok());
    long again = statements.during(() -> keyed.put(path, line().quantity(4)).ok());

    assertThat(first - without).isEqualTo(4);
    assertThat(again).isEqualTo(6);
  }

  @Test
  void anAnswerOfTheReleaseBeforeIsGivenAgainToItsOperationsAlone() throws SQLException {
    var words = body().with("id", "charge-1").with("since", "dropped").toString();
    try (var database = TestDatabase.shared().superuser();
        var asItDid =
            database.prepareStatement(
                "insert into idempotency (tenant_id, key, request_hash, answer, created_date) values (?, 'k-1', sha256('as it was read'), ?, now())")) {
      asItDid.setString(1, clinic.id());
      asItDid.setString(2, words);
      asItDid.execute();
    }
    var cart = clinic.cart(clinic.patient(), line(clinic.item("Serum", 100))).at("/id");

    var again =
        keyed.post(
            "/billing/cart/%s/convert-to-charge".formatted(cart), body().with("cartId", cart));

    assertThat(again.ok().text()).isEqualTo(words);
    assertThat(again.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(keyed.delete("/billing/cart/" + cart).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");
    assertThat(clinic.api().get("/billing/cart/" + cart).ok().at("/status")).isEqualTo("DRAFT");
  }
}
