package org.cartwright.stock.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class StockTests {

  private static final String STOCK = "/orders/stock";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private Api api;
  private String shirt;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    api = clinic.api();
    shirt = clinic.item("Cotton shirt", 2500);
  }

  private Answer say(String item, String policy) {
    return api.put(STOCK + "/" + item, body().with("policy", policy)).ok();
  }

  private Answer move(String item, String kind, String quantity) {
    return api.post(
        STOCK + "/" + item + "/movements",
        body().with("kind", kind).with("quantity", json(quantity)));
  }

  private List<String> listed(String query) {
    var names = new ArrayList<String>();
    for (var one : api.get(STOCK + query).ok().json().get("data")) {
      names.add(one.get("itemName").asString());
    }
    return names;
  }

  @Test
  void anItemIsUntrackedUntilItsPolicySaysOtherwise() {
    assertThat(api.get(STOCK + "/" + shirt).ok().text())
        .isEqualTo(
            "{\"itemId\":\"%s\",\"itemName\":\"Cotton shirt\",\"policy\":\"UNTRACKED\",\"onHand\":0,\"reserved\":0,\"available\":0,\"updatedDate\":null}"
                .formatted(shirt));
    assertThat(move(shirt, "RECEIVED", "5").refused(409).at("/detail"))
        .isEqualTo("The stock of this item is not tracked; set its policy to DENY or ALLOW first.");
    assertThat(listed("")).isEmpty();

    var said = say(shirt, "DENY");
    assertThat(said.at("/policy")).isEqualTo("DENY");
    assertThat(said.number("/onHand")).isZero();
    assertThat(api.get(STOCK + "/" + shirt).ok().text()).isEqualTo(said.text());
    move(shirt, "RECEIVED", "5").ok();

    var untracked = say(shirt, "UNTRACKED");
    assertThat(untracked.number("/onHand")).isEqualTo(5);
    move(shirt, "RECEIVED", "5").refused(409);
    assertThat(say(shirt, "ALLOW").number("/onHand")).isEqualTo(5);
  }

  @Test
  void theLedgerTellsWhatMovedTheNewestFirst() {
    say(shirt, "DENY");
    var received =
        api.post(
                STOCK + "/" + shirt + "/movements",
                body()
                    .with("kind", "RECEIVED")
                    .with("quantity", json("2.50"))
                    .with("reason", "Delivery")
                    .with("reference", "po-7"))
            .ok();
    move(shirt, "SOLD", "1").ok();
    move(shirt, "RETURNED", "0.5").ok();
    move(shirt, "CORRECTED", "-1.25").ok();

    assertThat(received.json().propertyNames())
        .containsExactly(
            "number",
            "kind",
            "quantity",
            "onHand",
            "reason",
            "reference",
            "keyId",
            "providerId",
            "moment");
    assertThat(received.at("/quantity")).isEqualTo("2.5");
    assertThat(received.at("/keyId")).isEqualTo(clinic.keyId());
    var page = api.get(STOCK + "/" + shirt + "/movements").ok();
    assertThat(page.number("/total")).isEqualTo(4);
    assertThat(page.json().at("/data/3").toString()).isEqualTo(received.text());
    assertThat(page.json().findValuesAsString("kind"))
        .containsExactly("CORRECTED", "RETURNED", "SOLD", "RECEIVED");
    assertThat(page.json().findValuesAsString("quantity"))
        .containsExactly("-1.25", "0.5", "1", "2.5");
    assertThat(page.json().findValuesAsString("onHand")).containsExactly("0.75", "2", "1.5", "2.5");
    assertThat(
            api.get(STOCK + "/" + shirt + "/movements?per_page=3&page=2")
                .ok()
                .json()
                .findValuesAsString("number"))
        .containsExactly("1");
    assertThat(api.get(STOCK + "/" + shirt + "/movements?per_page=3&page=9").ok().text())
        .isEqualTo("{\"data\":[],\"total\":4}");
  }

  @Test
  void noMoreIsSoldOrCorrectedAwayThanThereIsUnlessThePolicyAllowsIt() {
    say(shirt, "DENY");
    move(shirt, "RECEIVED", "2").ok();

    assertThat(move(shirt, "SOLD", "2.1").refused(409).at("/detail"))
        .isEqualTo(
            "Less of this item is available; correct its stock, or set its policy to ALLOW first.");
    assertThat(move(shirt, "CORRECTED", "-2.1").refused(409).at("/detail"))
        .isEqualTo("Less than nothing of this item would be there; set its policy to ALLOW first.");
    assertThat(api.get(STOCK + "/" + shirt + "/movements").ok().number("/total")).isEqualTo(1);
    say(shirt, "ALLOW");
    assertThat(move(shirt, "SOLD", "2.5").ok().at("/onHand")).isEqualTo("-0.5");
    say(shirt, "DENY");
    assertThat(move(shirt, "CORRECTED", "0.5").ok().at("/onHand")).isEqualTo("0");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    say(shirt, "DENY");

    assertThat(
            api.post(
                    STOCK + "/" + shirt + "/movements",
                    body().with("kind", "LOST").with("quantity", 1000001).with("reason", ""))
                .violations())
        .containsExactly(
            "[body, kind] enum",
            "[body, quantity] less_than_equal",
            "[body, reason] string_too_short");
    assertThat(move(shirt, "SOLD", "0").violation()).isEqualTo("[body, quantity] value_error");
    assertThat(move(shirt, "SOLD", "-1").violation()).isEqualTo("[body, quantity] value_error");
    assertThat(move(shirt, "CORRECTED", "0.00000000001").refused(422).status()).isEqualTo(422);
    assertThat(api.put(STOCK + "/" + shirt, body()).violation())
        .isEqualTo("[body, policy] missing");
    assertThat(api.get(STOCK + "?per_page=0&policy=NONE&available_below=x").violations())
        .containsExactly(
            "[query, per_page] greater_than_equal",
            "[query, policy] enum",
            "[query, available_below] float_parsing");
  }

  @Test
  void stockIsFoundByNamePolicyAndHowLittleIsAvailable() {
    var mug = clinic.item("Mug", 1250);
    var cap = clinic.item("cap 100%", 900);
    say(shirt, "DENY");
    say(mug, "ALLOW");
    say(cap, "UNTRACKED");
    move(shirt, "RECEIVED", "5").ok();
    move(mug, "RECEIVED", "2").ok();

    assertThat(listed("")).containsExactly("cap 100%", "Cotton shirt", "Mug");
    assertThat(listed("?search=SHIRT")).containsExactly("Cotton shirt");
    assertThat(listed("?search=0%25")).containsExactly("cap 100%");
    assertThat(listed("?policy=ALLOW")).containsExactly("Mug");
    assertThat(listed("?available_below=5")).containsExactly("Mug");
    assertThat(listed("?available_below=5.1&sort_by=available"))
        .containsExactly("Mug", "Cotton shirt");
    assertThat(listed("?sort_by=on_hand&sort_direction=desc"))
        .containsExactly("Cotton shirt", "Mug", "cap 100%");
    assertThat(listed("?per_page=2&page=2")).containsExactly("Mug");
  }

  @Test
  void anotherClinicsItemIsMissing() {
    say(shirt, "DENY");
    move(shirt, "RECEIVED", "5").ok();
    var strangers = clinics.open().api();
    var missing = strangers.get(STOCK + "/none").refused(404).text();

    assertThat(missing).isEqualTo("{\"detail\":\"Item not found\"}");
    assertThat(strangers.get(STOCK + "/" + shirt).refused(404).text()).isEqualTo(missing);
    assertThat(
            strangers.put(STOCK + "/" + shirt, body().with("policy", "ALLOW")).refused(404).text())
        .isEqualTo(missing);
    assertThat(strangers.get(STOCK + "/" + shirt + "/movements").refused(404).text())
        .isEqualTo(missing);
    assertThat(
            strangers
                .post(
                    STOCK + "/" + shirt + "/movements",
                    body().with("kind", "RECEIVED").with("quantity", 1))
                .refused(404)
                .text())
        .isEqualTo(missing);
    assertThat(strangers.get(STOCK).ok().number("/total")).isZero();
    assertThat(api.get(STOCK + "/" + shirt).ok().number("/onHand")).isEqualTo(5);
  }

  @Test
  void aMovementSentTwiceWithItsKeyIsMadeOnce() {
    say(shirt, "DENY");
    var once = api.with("Idempotency-Key", "delivery-1");
    var path = STOCK + "/" + shirt + "/movements";

    var answers =
        AtOnce.all(
            IntStream.range(0, 8)
                .<Callable<String>>mapToObj(
                    i ->
                        () ->
                            once.post(path, body().with("kind", "RECEIVED").with("quantity", 3))
                                .ok()
                                .text())
                .toList());

    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(api.get(STOCK + "/" + shirt).ok().number("/onHand")).isEqualTo(3);
  }

  @Test
  void fiftyMovementsAtOnceAreAllInTheLedger() {
    say(shirt, "DENY");
    move(shirt, "RECEIVED", "10").ok();

    var answers =
        AtOnce.all(
            IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(
                    i ->
                        () ->
                            i % 2 == 0
                                ? move(shirt, "SOLD", "1").status()
                                : move(shirt, "CORRECTED", "-1").status())
                .toList());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(10);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(40);
    assertThat(api.get(STOCK + "/" + shirt).ok().number("/onHand")).isZero();
    assertThat(api.get(STOCK + "/" + shirt + "/movements").ok().number("/total")).isEqualTo(11);
  }

  @Test
  void aPageTakesAsManyStatementsHoweverManyItemsItHas() {
    say(shirt, "DENY");
    long one = statements.during(() -> api.get(STOCK).ok());
    for (int i = 0; i < 10; i++) {
      say(clinic.item("Thing", 1), "DENY");
    }

    assertThat(statements.during(() -> api.get(STOCK).ok())).isEqualTo(one);
  }
}
