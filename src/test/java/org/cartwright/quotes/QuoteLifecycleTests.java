package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cartwright.quotes.timeline.QuoteTimeline;
import org.cartwright.quotes.timeline.QuoteTimelineLog;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a quote may become, what that does to its cart, and what is refused. */
@CartwrightTest
class QuoteLifecycleTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  private void assertRefused(Answer quote, String sentence, Supplier<Answer> move) {
    var before = desk.read(quote).text();
    var cart = desk.cartOf(quote).text();
    var timeline = timeline(quote);
    assertThat(move.get().refused(409).at("/detail")).isEqualTo(sentence);
    assertThat(desk.read(quote).text()).isEqualTo(before);
    assertThat(desk.cartOf(quote).text()).isEqualTo(cart);
    assertThat(timeline(quote)).isEqualTo(timeline);
  }

  private List<String> timeline(Answer quote) {
    var types = new ArrayList<String>();
    desk.api()
        .get(QuoteDesk.path(quote) + "/timeline")
        .ok()
        .json()
        .get("events")
        .forEach(
            event -> types.add(event.get("type").asString() + " " + event.get("actor").asString()));
    types.remove("DELIVERED SERVICE"); // comes when it comes
    return types;
  }

  @Test
  void theWholeWayFromCartToCharge() {
    var cart = desk.cart(10_000);
    var quote = desk.quote(cart);
    assertThat(quote.at("/status")).isEqualTo("DRAFT");
    assertThat(quote.at("/title")).isEqualTo("Quote for Jane Doe");
    assertThat(desk.quote(desk.cart(100), aQuote().title("")).ok().at("/title"))
        .isEqualTo("Quote for Jane Doe");
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("DRAFT");
    assertThat(desk.show(quote).refused(404).text()).isEqualTo("{\"detail\":\"Quote not found\"}");

    var sent = desk.send(quote);
    assertThat(sent.at("/status")).isEqualTo("SENT");
    assertThat(sent.at("/sentDate")).isNotEmpty();
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("DRAFT");

    var shown = desk.show(quote).ok();
    assertThat(shown.at("/status")).isEqualTo("VIEWED");
    assertThat(shown.at("/viewedDate")).isNotEmpty();

    var accepted = desk.answer(quote, "accept").ok();
    assertThat(accepted.at("/status")).isEqualTo("ACCEPTED");
    assertThat(accepted.at("/respondedDate")).isNotEmpty();
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("ACCEPTED");

    var charge = desk.convert(quote).ok();
    assertThat(charge.number("/total")).isEqualTo(10_000);
    var converted = desk.read(quote);
    assertThat(converted.at("/status")).isEqualTo("CONVERTED");
    assertThat(converted.at("/convertedChargeId")).isEqualTo(charge.at("/id"));
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("CONVERTED");
    assertThat(desk.cartOf(quote).at("/convertedChargeId")).isEqualTo(charge.at("/id"));
    assertThat(timeline(quote))
        .containsExactly(
            "CREATED CLINIC",
            "SENT CLINIC",
            "VIEWED PATIENT",
            "ACCEPTED CLINIC",
            "CONVERTED CLINIC");
  }

  @Test
  void aDeclinedQuoteRejectsItsCartForGood() {
    var quote = desk.send(desk.quote(500));
    var declined = desk.answer(quote, "Decline").ok();
    assertThat(declined.at("/status")).isEqualTo("DECLINED");
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("REJECTED");
    assertRefused(
        quote,
        "The quote is DECLINED and cannot become a charge; only one that the patient accepted can.",
        () -> desk.convert(quote));
    assertRefused(
        quote,
        "The quote is DECLINED and cannot be sent; revise it and send the revision.",
        () -> desk.send(quote, "email"));
  }

  @Test
  void anAnswerIsFinalAndTheSameOneAgainChangesNothing() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, " Accept ").ok();
    var answered = desk.read(quote).text();
    for (var again : List.of("accept", "ACCEPTED", "Accept", "accepted", "Accepted", " accept ")) {
      assertThat(desk.answer(quote, again).ok().text()).as(again).isEqualTo(answered);
    }
    assertRefused(
        quote,
        "The quote is ACCEPTED and cannot be answered; an answer is final.",
        () -> desk.answer(quote, "decline"));
    desk.convert(quote).ok();
    assertThat(desk.answer(quote, "accept").ok().at("/status")).isEqualTo("CONVERTED");
    assertThat(desk.answer(quote, "declined").refused(409).at("/detail"))
        .isEqualTo("The quote is CONVERTED and cannot be answered; an answer is final.");
  }

  @Test
  void whileTheQuoteIsWithThePatientItsCartIsLocked() {
    var cart = desk.cart(500);
    var quote = desk.send(desk.quote(cart));
    var path = "/billing/cart/" + cart.at("/id");
    var line = path + "/items/" + cart.at("/items/0/id");
    var item = line(cart.at("/items/0/itemId"));
    var whole = aCart().of(cart.at("/patient/id"));
    var locked =
        "The cart is locked: one of its quotes is with the patient or waits to be sent; withdraw that quote, or wait for the answer.";
    var api = desk.api();
    for (var step : List.of("SENT", "VIEWED")) {
      assertRefused(quote, locked, () -> api.post(path + "/items", item));
      assertRefused(quote, locked, () -> api.put(line, line().quantity(2)));
      assertRefused(quote, locked, () -> api.delete(line));
      assertRefused(quote, locked, () -> api.put(path, whole));
      assertRefused(
          quote,
          locked,
          () -> api.post(path + "/convert-to-charge", body().with("cartId", cart.at("/id"))));
      assertRefused(
          quote,
          "The cart cannot be deleted: one of its quotes is with the patient, waits to be sent or is accepted; withdraw it, or convert it.",
          () -> api.delete(path));
      assertThat(desk.cartOf(quote).at("/status")).isEqualTo("DRAFT");
      assertThat(desk.read(quote).at("/status")).isEqualTo(step);
      desk.show(quote).ok();
    }
    desk.withdraw(quote).ok();
    api.put(line, line().quantity(2)).ok();
    api.delete(path).ok();
  }

  @Test
  void anAcceptedCartIsNotDeletedAndNotChanged() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "accept").ok();
    var path = "/billing/cart/" + quote.at("/cartId");
    assertRefused(
        quote,
        "The cart cannot be deleted: one of its quotes is with the patient, waits to be sent or is accepted; withdraw it, or convert it.",
        () -> desk.api().delete(path));
    assertRefused(
        quote,
        "The cart is ACCEPTED and cannot be quoted; its accepted quote is to be converted.",
        () -> desk.quote(desk.cartOf(quote), body()));
  }

  @Test
  void onlyOneQuoteOfACartIsWithThePatientAtATime() {
    var cart = desk.cart(500);
    var one = desk.quote(cart);
    var other = desk.quote(cart);
    desk.send(one);
    var held =
        "Another quote of the cart is with the patient or waits to be sent; withdraw or revise that one.";
    assertRefused(other, held, () -> desk.send(other, "email"));
    assertRefused(other, held, () -> desk.quote(cart, body()));
    desk.withdraw(one).ok();
    assertThat(desk.send(other).at("/status")).isEqualTo("SENT");
    assertRefused(one, held, () -> desk.send(one, "email"));
  }

  @Test
  void aCartServesItsQuotesNewestFirst() {
    var cart = desk.cart(500);
    var first = desk.quote(cart);
    var second = desk.quote(cart);
    desk.send(first);
    var served = desk.cartOf(first);
    assertThat(served.at("/quotes/0/id")).isEqualTo(second.at("/id"));
    assertThat(served.at("/quotes/0/status")).isEqualTo("DRAFT");
    assertThat(served.at("/quotes/1/id")).isEqualTo(first.at("/id"));
    assertThat(served.at("/quotes/1/status")).isEqualTo("SENT");
    assertThat(served.json().get("quotes").size()).isEqualTo(2);
    assertThat(desk.api().get("/billing/cart").ok().at("/data/0/quotes/1/id"))
        .isEqualTo(first.at("/id"));
  }

  @Test
  void sendingAgainMovesNothing() {
    var quote = desk.send(desk.quote(500));
    assertThat(desk.send(quote, "SMS").ok().text()).isEqualTo(desk.read(quote).text());
    assertThat(desk.read(quote).at("/sentDate")).isEqualTo(quote.at("/sentDate"));
    desk.show(quote).ok();
    var viewed = desk.read(quote);
    assertThat(desk.send(quote, "Email").ok().text()).isEqualTo(viewed.text());
  }

  @Test
  void datesAreThoseOfTheFirstTime() {
    var quote = desk.send(desk.quote(500));
    desk.show(quote).ok();
    var viewed = desk.read(quote);
    var withdrawn = desk.withdraw(quote).ok();
    assertThat(withdrawn.at("/status")).isEqualTo("DRAFT");
    desk.send(quote);
    desk.show(quote).ok();
    var again = desk.read(quote);
    assertThat(again.at("/status")).isEqualTo("VIEWED");
    assertThat(again.at("/sentDate")).isEqualTo(quote.at("/sentDate"));
    assertThat(again.at("/viewedDate")).isEqualTo(viewed.at("/viewedDate"));
  }

  @Test
  void onlyARealLookCountsAsAView() {
    var quote = desk.send(desk.quote(500));
    var path = "/billing/quote/public/" + quote.at("/id");
    desk.api().get(path + "?update_viewed_date=false").ok();
    desk.api().with("Purpose", "prefetch").get(path).ok();
    desk.api().with("X-Moz", "prefetch").get(path).ok();
    desk.api().get("/billing/quote/" + quote.at("/id") + "/view").ok();
    desk.api().send("HEAD", path, java.net.http.HttpRequest.BodyPublishers.noBody());
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());
    assertThat(desk.show(quote).ok().at("/status")).isEqualTo("VIEWED");
  }

  @Test
  void aPatientSeesNothingThatIsTheClinicsOwnBusiness() {
    var item =
        desk.clinic()
            .item(
                anItem("Filler")
                    .price(900)
                    .with("cost", 123)
                    .with("internalNotes", "margin secret"));
    var cart = desk.clinic().cart(desk.patient(), line(item).notes("remark secret"));
    var quote =
        desk.quote(cart, aQuote().title("A plan").with("internalNotes", "desk secret")).ok();
    desk.send(quote);
    for (var path : List.of("/billing/quote/public/%s", "/billing/quote/%s/view")) {
      var shown = desk.api().get(path.formatted(quote.at("/id"))).ok();
      assertThat(shown.text())
          .doesNotContain(
              "secret", "123", "Jane", "Ortiz", "patient", "creator", "internalNotes\":\"");
      assertThat(shown.json().at("/items/0/item/cost").isNull()).isTrue();
      assertThat(shown.json().at("/items/0/item/internalNotes").isNull()).isTrue();
    }
  }

  @Test
  void aSentQuoteDoesNotChangeButForInternalNotes() {
    var quote = desk.send(desk.quote(500));
    var path = QuoteDesk.path(quote);
    var line = path + "/items/" + quote.at("/items/0/itemId");
    var item = line(quote.at("/items/0/itemId"));
    var api = desk.api();
    var refused = "The quote is SENT and cannot be changed; withdraw or revise it.";
    for (var change :
        List.of(
            aQuote().title("Other"),
            aQuote().terms("Other"),
            body().with("description", "Other"),
            aQuote().validUntil("2099-01-01"),
            body().with("requiresPatientVerification", false),
            body().with("discountAmount", 5),
            body().with("internalNotes", "x").with("discountPercentage", 5))) {
      assertRefused(quote, refused, () -> api.put(path, change));
    }
    assertRefused(quote, refused, () -> api.post(path + "/items/add", item));
    assertRefused(quote, refused, () -> api.put(line, line().quantity(2)));
    assertRefused(quote, refused, () -> api.delete(line));

    assertThat(api.put(path, body().with("internalNotes", "Called her")).ok().at("/internalNotes"))
        .isEqualTo("Called her");
    desk.answer(quote, "decline").ok();
    assertThat(api.put(path, body().with("internalNotes", "Too dear")).ok().at("/internalNotes"))
        .isEqualTo("Too dear");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRAFT", "ACCEPTED"})
  void noStatusIsSetByHand(String wanted) {
    var quote = desk.quote(500);
    var body = body().with("status", wanted);
    if (wanted.equals("DRAFT")) {
      assertThat(desk.api().put(QuoteDesk.path(quote), body).ok().text()).isEqualTo(quote.text());
    } else {
      assertRefused(
          quote,
          "The quote is DRAFT, and a status is not set by hand; it follows from sending, withdrawing, answering and converting.",
          () -> desk.api().put(QuoteDesk.path(quote), body));
    }
  }

  @Test
  void aDraftIsNeitherWithdrawnNorRevisedNorAnsweredNorConverted() {
    var quote = desk.quote(500);
    assertRefused(
        quote,
        "The quote is DRAFT and cannot be withdrawn; only one that is with the patient or waits to be sent can.",
        () -> desk.withdraw(quote));
    assertRefused(
        quote,
        "The quote is DRAFT and cannot be revised; it can be changed as it is.",
        () -> desk.revise(quote, "SAME"));
    assertRefused(
        quote,
        "The quote is DRAFT and cannot be answered; send it first.",
        () -> desk.answer(quote, "accept"));
    assertRefused(
        quote,
        "The quote is DRAFT and cannot become a charge; only one that the patient accepted can.",
        () -> desk.convert(quote));
  }

  @ParameterizedTest
  @CsvSource({
    "email, '{\"firstName\":\"Jo\",\"phoneNumber\":\"5550102211\"}', 'The patient has no e-mail address; enter one, or send it by sms.'",
    "sms, '{\"firstName\":\"Jo\",\"email\":\"jo@mail.example\",\"dateOfBirth\":\"1990-01-01\"}', 'The patient has no phone number; enter one, or send it by email.'",
    "email, '{\"firstName\":\"Jo\",\"email\":\"jo@mail.example\"}', 'The patient has neither a date of birth nor a phone number to be verified by; enter one, or set requiresPatientVerification to false.'"
  })
  void aPatientWhoCannotBeWrittenToOrVerifiedIsSentNothing(
      String method, String patient, String sentence) {
    var jo = desk.api().post("/user/patient/create", patient).ok().at("/id");
    var cart = desk.clinic().cart(jo, line(desk.clinic().item("Serum", 100)));
    var quote = desk.quote(cart);
    assertRefused(quote, sentence, () -> desk.send(quote, method));
  }

  @Test
  void anEmptyQuoteIsNotSent() {
    var quote = desk.quote(desk.clinic().cart(desk.patient()));
    assertRefused(
        quote,
        "There is nothing in the quote to be sent; add something first.",
        () -> desk.send(quote, "email"));
  }

  @Test
  void onlyADraftCartThatIsThePatientsIsQuoted() {
    var cart = desk.cart(500);
    assertThat(
            desk.api()
                .post("/billing/quote", aQuote(desk.patient(), cart.at("/id")).by(desk.provider()))
                .violation())
        .isEqualTo("[body, cartId] value_error");
    desk.api()
        .post(
            "/billing/cart/" + cart.at("/id") + "/convert-to-charge",
            body().with("cartId", cart.at("/id")))
        .ok();
    assertThat(desk.quote(cart, body()).refused(409).at("/detail"))
        .isEqualTo("The cart is CONVERTED and cannot be quoted; duplicate it and quote the copy.");
    assertThat(desk.api().get("/billing/quote/list").ok().number("/total")).isZero();
  }

  @Test
  void aQuoteWhoseCartWentToAnotherPatientOrWasDeletedIsNotSent() {
    var cart = desk.cart(500);
    var quote = desk.quote(cart);
    var path = "/billing/cart/" + cart.at("/id");
    desk.api().put(path, body().with("patientId", desk.patient())).ok();
    assertRefused(
        quote,
        "The cart is another patient's by now; make a new quote of it.",
        () -> desk.send(quote, "email"));
    desk.api().delete(path).ok();
    assertThat(desk.send(quote, "email").refused(409).at("/detail"))
        .isEqualTo("The cart was deleted and cannot be quoted; quote another.");
    assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
  }

  @Test
  void aRevisionTakesThePlaceOfAQuoteOnceItIsSent() {
    var quote = desk.send(desk.quote(500));
    var revision = desk.revise(quote, "SAME").ok();
    assertThat(revision.at("/status")).isEqualTo("DRAFT");
    assertThat(revision.at("/cartId")).isEqualTo(quote.at("/cartId"));
    assertThat(revision.number("/total")).isEqualTo(quote.number("/total"));
    assertThat(desk.read(quote).at("/status")).isEqualTo("SENT");

    desk.api().put(QuoteDesk.path(revision), body().with("discountAmount", 50)).ok();
    assertThat(desk.send(revision).at("/status")).isEqualTo("SENT");
    assertThat(desk.read(quote).at("/status")).isEqualTo("EXPIRED");
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("DRAFT");
    assertThat(timeline(quote)).containsExactly("CREATED CLINIC", "SENT CLINIC", "REPLACED CLINIC");
    assertRefused(
        quote,
        "The quote is EXPIRED and cannot be answered; revise it and send the revision.",
        () -> desk.answer(quote, "accept"));

    desk.answer(revision, "accept").ok();
    assertThat(desk.convert(revision).ok().number("/total")).isEqualTo(450);
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("CONVERTED");
  }

  @Test
  void aRevisionOfAQuoteThatWasAcceptedMeanwhileIsNotSent() {
    var quote = desk.send(desk.quote(500));
    var revision = desk.revise(quote, "SAME").ok();
    desk.answer(quote, "accept").ok();
    assertRefused(
        revision,
        "The cart is ACCEPTED and cannot be quoted; its accepted quote is to be converted.",
        () -> desk.send(revision, "email"));
    assertThat(desk.read(quote).at("/status")).isEqualTo("ACCEPTED");
  }

  private static String isOpen(Answer other) {
    return "Another version of the quote, %s, is with the patient, waits to be sent or was accepted; go on with that one."
        .formatted(other.at("/id"));
  }

  @Test
  void aQuoteThatEndedIsNotRevisedWhileAnotherVersionOfItIsOpen() {
    var quote = desk.send(desk.quote(500));
    var newer = desk.send(desk.revise(quote, "SAME").ok());
    assertRefused(quote, isOpen(newer), () -> desk.revise(quote, "SAME"));
    var newest = desk.send(desk.revise(newer, "SAME").ok());
    assertRefused(quote, isOpen(newest), () -> desk.revise(quote, "SAME"));
    assertRefused(newer, isOpen(newest), () -> desk.revise(newer, "TODAY"));

    desk.withdraw(newest).ok();
    assertThat(desk.revise(quote, "SAME").ok().at("/status")).isEqualTo("DRAFT");

    desk.send(newest);
    desk.answer(newest, "accept").ok();
    assertRefused(quote, isOpen(newest), () -> desk.revise(quote, "SAME"));
    desk.convert(newest).ok();
    assertRefused(quote, isOpen(newest), () -> desk.revise(quote, "SAME"));
  }

  @Test
  void ofTheVersionsOfAQuoteThatEndedOneAtATimeIsOpen() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "decline").ok();
    var one = desk.revise(quote, "SAME").ok();
    var another = desk.revise(quote, "SAME").ok();
    var later = Instant.now().plus(Duration.ofHours(5));
    desk.sendAt(one, later).ok();

    assertRefused(another, isOpen(one), () -> desk.send(another, "email"));
    assertRefused(another, isOpen(one), () -> desk.sendAt(another, later));
    assertThat(desk.cartOf(another).at("/status")).isEqualTo("DRAFT");
    desk.send(one);
    assertRefused(another, isOpen(one), () -> desk.send(another, "email"));
    desk.answer(one, "decline").ok();
    assertThat(desk.send(another).at("/status")).isEqualTo("SENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAME", "TODAY"})
  void aDeclinedQuoteIsRevisedOnACopyOfItsCart(String prices) {
    var cart = desk.cart(500);
    var quote = desk.send(desk.quote(cart));
    desk.answer(quote, "decline").ok();
    desk.api()
        .put("/inventory/items/update/" + cart.at("/items/0/itemId"), anItem().price(700))
        .ok();
    var revision = desk.revise(quote, prices).ok();
    assertThat(revision.at("/cartId")).isNotEqualTo(quote.at("/cartId"));
    var copy = desk.cartOf(revision);
    assertThat(copy.at("/status")).isEqualTo("DRAFT");
    assertThat(copy.number("/total")).isEqualTo(revision.number("/total"));
    assertThat(revision.number("/total")).isEqualTo(prices.equals("SAME") ? 500 : 700);
    desk.send(revision);
    desk.answer(revision, "accept").ok();
    assertThat(desk.convert(revision).ok().number("/total")).isEqualTo(revision.number("/total"));
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("REJECTED");
  }

  @Test
  void aQuoteEndsAtItsValidityAndTakesItsCartAlong() {
    var until = Instant.now().plus(Duration.ofDays(3));
    var quote = desk.quote(desk.cart(500), aQuote().validUntil(until)).ok();
    desk.send(quote);
    clock.in(
        Duration.ofDays(3).plusMinutes(1),
        () -> {
          assertThat(desk.read(quote).at("/status")).isEqualTo("EXPIRED");
          assertThat(desk.show(quote).ok().at("/status")).isEqualTo("EXPIRED");
          assertThat(desk.cartOf(quote).at("/status")).isEqualTo("EXPIRED");
          assertThat(desk.api().get("/billing/cart?statuses=EXPIRED").ok().number("/total"))
              .isEqualTo(1);
          assertThat(desk.api().get("/billing/cart?statuses=DRAFT").ok().number("/total")).isZero();
          assertThat(desk.api().get("/billing/quote/list?status=EXPIRED").ok().number("/total"))
              .isEqualTo(1);
          assertThat(desk.api().get("/billing/quote/list?status=SENT").ok().number("/total"))
              .isZero();
          assertRefused(
              quote,
              "The quote is EXPIRED and cannot be answered; revise it and send the revision.",
              () -> desk.answer(quote, "accept"));
          assertThat(desk.api().post("/billing/quote/expire-old", "").ok().text()).isEqualTo("1");
          assertThat(desk.api().post("/billing/quote/expire-old", "").ok().text()).isEqualTo("0");
        });
    assertThat(desk.read(quote).at("/status")).isEqualTo("EXPIRED");
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("EXPIRED");
  }

  @Test
  void expireOldIsDoneByItselfWhateverBecomesOfItsKey() {
    var until = Instant.now().plus(Duration.ofDays(3));
    var quote = desk.quote(desk.cart(500), aQuote().validUntil(until)).ok();
    desk.send(quote);
    var keyed = desk.api().with("Idempotency-Key", "k-1");
    clock.in(
        Duration.ofDays(4),
        () -> {
          TestDatabase.shared()
              .broken(
                  "idempotency",
                  "new.tenant_id = '" + desk.clinic().id() + "'",
                  () ->
                      assertThat(keyed.post("/billing/quote/expire-old", "").ok().text())
                          .isEqualTo("1"));
          for (int n = 0; n < 2; n++) {
            assertThat(keyed.post("/billing/quote/expire-old", "").ok().text()).isEqualTo("0");
          }
        });
  }

  @Test
  void aQuoteThatRunsOutLeavesACartAloneOfWhichAnotherIsPrepared() {
    var cart = desk.cart(500);
    var until = Instant.now().plus(Duration.ofDays(3));
    var quote = desk.quote(cart, aQuote().validUntil(until)).ok();
    desk.send(quote);
    var revision = desk.revise(quote, "SAME").ok();
    desk.api().put(QuoteDesk.path(revision), aQuote().validUntil("2099-01-01")).ok();
    clock.in(
        Duration.ofDays(4),
        () -> {
          assertThat(desk.read(quote).at("/status")).isEqualTo("EXPIRED");
          assertThat(desk.cartOf(quote).at("/status")).isEqualTo("DRAFT");
          assertThat(desk.api().get("/billing/cart?statuses=DRAFT").ok().number("/total"))
              .isEqualTo(1);
          desk.api()
              .put(
                  "/billing/cart/%s/items/%s".formatted(cart.at("/id"), cart.at("/items/0/id")),
                  line().quantity(2))
              .ok();
          assertThat(desk.send(revision).at("/status")).isEqualTo("SENT");
          assertThat(desk.answer(revision, "accept").ok().at("/status")).isEqualTo("ACCEPTED");
        });
  }

  @Test
  void theQuotesValidityCountsNotTheCartsOwnExpiryWhileItIsWithThePatient() {
    var soon = Instant.now().plus(Duration.ofDays(1));
    var cart =
        desk.api()
            .post(
                "/billing/cart",
                aCart()
                    .of(desk.patient())
                    .expires(soon)
                    .with(line(desk.clinic().item("Serum", 500))))
            .ok();
    var quote = desk.send(desk.quote(cart));
    clock.in(
        Duration.ofDays(40),
        () -> {
          assertThat(desk.cartOf(quote).at("/status")).isEqualTo("DRAFT");
          desk.answer(quote, "accept").ok();
          assertThat(desk.cartOf(quote).at("/status")).isEqualTo("ACCEPTED");
          desk.convert(quote).ok();
        });
  }

  @Test
  void aQuoteThatRunsOutAsADraftIsNeverThePatients() {
    var until = Instant.now().plus(Duration.ofDays(3));
    var validity = aQuote().validUntil(until);
    var never = desk.quote(desk.cart(500), validity).ok();
    var withdrawn = desk.quote(desk.cart(500), validity).ok();
    desk.send(withdrawn);
    desk.withdraw(withdrawn).ok();
    var sent = desk.quote(desk.cart(500), validity).ok();
    desk.send(sent);
    clock.in(
        Duration.ofDays(4),
        () -> {
          for (var stored : List.of(false, true)) {
            desk.show(never).refused(404);
            desk.show(withdrawn).refused(404);
            assertThat(desk.show(sent).ok().at("/status")).isEqualTo("EXPIRED");
            assertThat(desk.cartOf(never).at("/status")).isEqualTo("DRAFT");
            assertThat(desk.api().post("/billing/quote/expire-old", "").ok().text())
                .isEqualTo(stored ? "0" : "3");
          }
        });
  }

  @Test
  void aQuoteWhoseCartWentToAnotherPatientIsNotRevisedForThatOne() {
    var cart = desk.cart(500);
    var until = Instant.now().plus(Duration.ofDays(1));
    var quote = desk.quote(cart, aQuote().validUntil(until)).ok();
    desk.api().put("/billing/cart/" + cart.at("/id"), aCart().of(desk.patient())).ok();
    clock.in(
        Duration.ofDays(2),
        () ->
            assertRefused(
                quote,
                "The cart is another patient's by now; make a new quote of it.",
                () -> desk.revise(quote, "SAME")));
  }

  @Test
  void aQuoteOfAnArchivedPatientIsNotRevised() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "decline").ok();
    desk.api()
        .post("/user/patient/archive", body().with("patientIds", list(quote.at("/patientId"))))
        .ok();
    assertThat(desk.revise(quote, "SAME").refused(409).at("/detail"))
        .isEqualTo("The quote's patient is archived; restore the patient first.");
  }

  @Test
  void whatThePatientSaidIsToldWithTheTimeline() {
    var quote = desk.send(desk.quote(500));
    desk.api()
        .post(
            "/billing/quote/respond",
            body()
                .with("quoteId", quote.at("/id"))
                .with("response", "accept")
                .with("message", "Gladly")
                .with("preferred_payment_method_id", "pm_1"))
        .ok();
    var told = desk.api().get(QuoteDesk.path(quote) + "/timeline").ok();
    assertThat(told.at("/answer/answer")).isEqualTo("ACCEPTED");
    assertThat(told.at("/answer/message")).isEqualTo("Gladly");
    assertThat(told.at("/answer/preferredPaymentMethodId")).isEqualTo("pm_1");
  }

  @Test
  void theTimelineIsInOrderOfTimeThoughALaterThingWasWrittenDownFirst(
      @Autowired QuoteTimelineLog log, @Autowired PlatformTransactionManager transactions) {
    var quote = desk.quote(500);
    var now = Instant.now();
    CurrentTenant.within(
        desk.clinic().id(),
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    status -> {
                      note(log, quote, QuoteTimeline.Type.OPENED, now.plusSeconds(2));
                      note(log, quote, QuoteTimeline.Type.VERIFIED, now.plusSeconds(1));
                      note(log, quote, QuoteTimeline.Type.VIEWED, now.plusSeconds(2));
                    }));
    assertThat(timeline(quote))
        .containsExactly("CREATED CLINIC", "VERIFIED PATIENT", "OPENED PATIENT", "VIEWED PATIENT");
  }

  private static void note(
      QuoteTimelineLog log, Answer quote, QuoteTimeline.Type type, Instant when) {
    log.note(quote.at("/id"), type, QuoteTimeline.Actor.PATIENT, null, when);
  }

  /** Whether or not anybody looked in between. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCartOutlivesTheQuoteThatRanOutWhileAnotherWasPrepared(boolean storedInBetween) {
    var cart = desk.cart(500);
    var first = Instant.now().plus(Duration.ofDays(2));
    var second = Instant.now().plus(Duration.ofDays(4));
    var sent = desk.quote(cart, aQuote().validUntil(first)).ok();
    desk.quote(cart, aQuote().validUntil(second)).ok();
    desk.send(sent);
    clock.in(
        Duration.ofDays(3),
        () -> {
          if (storedInBetween) {
            desk.api().post("/billing/quote/expire-old", "").ok();
          }
        });
    clock.in(
        Duration.ofDays(5),
        () -> {
          assertThat(desk.cartOf(sent).at("/status")).isEqualTo("DRAFT");
          desk.api().post("/billing/quote/expire-old", "").ok();
          assertThat(desk.cartOf(sent).at("/status")).isEqualTo("DRAFT");
          desk.api().delete("/billing/cart/" + cart.at("/id")).ok();
        });
  }

  @Test
  void aDateAloneIsValidToTheEndOfThatDayAtTheClinic() {
    var eastern = QuoteDesk.of(clinics.open("America/New_York"));
    var quote = eastern.quote(eastern.cart(500), aQuote().validUntil("2099-07-03")).ok();
    assertThat(quote.at("/validUntilDate")).isEqualTo("2099-07-04T03:59:59.999999Z");
  }
}
