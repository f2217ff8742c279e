package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What belongs to another clinic is the same as what does not exist, to the byte. */
@CartwrightTest
class QuoteTenancyTests {

  @Autowired private Clinics clinics;
  @Autowired private LinkAccess door;

  private QuoteDesk mine;
  private QuoteDesk theirs;
  private Answer myQuote;
  private Answer theirQuote;

  @BeforeEach
  void openTwoDesks() {
    mine = QuoteDesk.of(clinics.open());
    theirs = QuoteDesk.of(clinics.open());
    myQuote = mine.quote(500);
    theirQuote = theirs.quote(777);
  }

  /** Every operation on one quote, asked with requests that would be fine on one's own. */
  private Map<String, Function<String, Answer>> operations(Api api) {
    var item = line(myQuote.at("/items/0/itemId"));
    var line = theirQuote.at("/items/0/itemId");
    var all = new LinkedHashMap<String, Function<String, Answer>>();
    all.put("read", id -> api.get("/billing/quote/" + id));
    all.put("change", id -> api.put("/billing/quote/" + id, aQuote().title("x")));
    all.put("view", id -> api.get("/billing/quote/" + id + "/view"));
    all.put("public", id -> api.get("/billing/quote/public/" + id));
    all.put("add", id -> api.post("/billing/quote/" + id + "/items/add", item));
    all.put(
        "change line",
        id -> api.put("/billing/quote/" + id + "/items/" + line, line().quantity(2)));
    all.put("remove line", id -> api.delete("/billing/quote/" + id + "/items/" + line));
    all.put(
        "send",
        id -> api.post("/billing/quote/send", body().with("quoteId", id).with("method", "email")));
    all.put(
        "respond",
        id ->
            api.post(
                "/billing/quote/respond", body().with("quoteId", id).with("response", "accept")));
    all.put(
        "convert", id -> api.post("/billing/quote/convert-to-charge", body().with("quoteId", id)));
    all.put("withdraw", id -> api.post("/billing/quote/" + id + "/withdraw", ""));
    all.put("revise", id -> api.post("/billing/quote/" + id + "/revise", body()));
    all.put("lines", id -> api.get("/billing/quote/" + id + "/lines"));
    all.put("timeline", id -> api.get("/billing/quote/" + id + "/timeline"));
    all.put("print", id -> api.get("/billing/quote/" + id + "/quote.pdf"));
    all.put("acceptance", id -> api.get("/billing/quote/" + id + "/acceptance"));
    return all;
  }

  @Test
  void aForeignQuoteIsAnsweredAsOneThatDoesNotExist() {
    for (var sent : List.of(false, true)) {
      if (sent) {
        theirs.send(theirQuote);
      }
      var before = theirs.read(theirQuote).text();
      operations(mine.api())
          .forEach(
              (name, operation) -> {
                var foreign = operation.apply(theirQuote.at("/id"));
                var missing = operation.apply("quote_none");
                assertThat(foreign.refused(404).text())
                    .as(name)
                    .isEqualTo(missing.refused(404).text())
                    .isEqualTo("{\"detail\":\"Quote not found\"}");
              });
      assertThat(theirs.read(theirQuote).text()).isEqualTo(before);
    }
  }

  @Test
  void whatCannotBeAnIdIsMissingToo() {
    for (var id : List.of("a%20b", "x".repeat(65), "a'b")) {
      for (var path : List.of("", "/view", "/timeline", "/acceptance", "/quote.pdf")) {
        assertThat(mine.api().get("/billing/quote/" + id + path).refused(404).text())
            .isEqualTo("{\"detail\":\"Quote not found\"}");
      }
    }
    assertThat(
            mine.api()
                .post("/billing/quote/send", body().with("quoteId", "a b").with("method", "sms"))
                .refused(404)
                .text())
        .isEqualTo("{\"detail\":\"Quote not found\"}");
  }

  @Test
  void whatANewQuoteNamesOfAnotherClinicIsUnknown() {
    var patient = myQuote.at("/patientId");
    var cart = myQuote.at("/cartId");
    var creator = myQuote.at("/creatorId");
    var api = mine.api();
    for (var foreign :
        List.of(
            List.of(theirQuote.at("/patientId"), cart, creator),
            List.of(patient, theirQuote.at("/cartId"), creator),
            List.of(patient, cart, theirQuote.at("/creatorId")))) {
      var mineWithOneForeign =
          api.post("/billing/quote", aQuote(foreign.get(0), foreign.get(1)).by(foreign.get(2)));
      var missing =
          api.post(
              "/billing/quote",
              aQuote(
                      foreign.get(0).equals(patient) ? patient : "none",
                      foreign.get(1).equals(cart) ? cart : "none")
                  .by(foreign.get(2).equals(creator) ? creator : "none"));
      assertThat(mineWithOneForeign.violations()).hasSize(1).isEqualTo(missing.violations());
      assertThat(mineWithOneForeign.text()).isEqualTo(missing.text());
    }
    assertThat(api.get("/billing/quote/list").ok().number("/total")).isEqualTo(1);
  }

  @Test
  void listsShowOnlyOnesOwn() {
    for (var query :
        List.of(
            "patient_id=" + theirQuote.at("/patientId"),
            "cart_id=" + theirQuote.at("/cartId"),
            "creator_id=" + theirQuote.at("/creatorId"),
            "status=SENT")) {
      assertThat(mine.api().get("/billing/quote/list?" + query).ok().text())
          .isEqualTo("{\"data\":[],\"total\":0}");
    }
    assertThat(mine.api().get("/billing/quote/list").ok().at("/data/0/id"))
        .isEqualTo(myQuote.at("/id"));
    assertThat(mine.api().post("/billing/quote/expire-old", "").ok().text()).isEqualTo("0");
  }

  @Test
  void twoClinicsUseTheSameIdsAndEachSeesItsOwn() {
    for (var desk : List.of(mine, theirs)) {
      desk.quote(desk.cart(100), body().with("id", "same").with("title", desk.clinic().id())).ok();
    }
    for (var desk : List.of(mine, theirs)) {
      assertThat(desk.api().get("/billing/quote/same").ok().at("/title"))
          .isEqualTo(desk.clinic().id());
      assertThat(desk.quote(desk.cart(100), body().with("id", "same")).refused(409).at("/detail"))
          .isEqualTo("A quote with this id already exists; leave the id out or choose another.");
    }
  }

  @Test
  void aLinkOfOneClinicLeadsNowhereInAnother() throws Exception {
    theirs.send(theirQuote);
    var token =
        org.awaitility.Awaitility.await()
            .until(
                () -> theirs.api().get("/dev/inbox?tenant=" + theirs.clinic().id()).ok(),
                answer -> !answer.json().isEmpty())
            .at("/0/link")
            .replaceAll(".*/", "");
    assertThat(CurrentTenant.call(theirs.clinic().id(), () -> door.follow(token))).isPresent();
    assertThat(CurrentTenant.call(mine.clinic().id(), () -> door.follow(token))).isEmpty();
    assertThat(CurrentTenant.call(mine.clinic().id(), () -> door.followToNewest(token))).isEmpty();
  }
}
