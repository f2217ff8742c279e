package org.cartwright.quotes.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.Troublemaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Quotes that wait for their time to be sent. */
@CartwrightTest
@ExtendWith(OutputCaptureExtension.class)
class QuoteDueJobTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private QuoteDueJob round;
  @Autowired private QuoteExpiryJob expiry;

  private QuoteDesk desk;
  private Answer quote;
  private Instant due;

  @BeforeEach
  void scheduleOne() {
    desk = QuoteDesk.of(clinics.open());
    due = Instant.now().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);
    quote = desk.quote(500);
    desk.sendAt(quote, due).ok();
  }

  private List<String> timeline() {
    var types = new ArrayList<>(desk.timeline(quote));
    types.remove("DELIVERED"); // comes when it comes
    return types;
  }

  @Test
  void untilThenItIsADraftThatNobodyChanges() {
    assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
    assertThat(desk.read(quote).json().get("sentDate").isNull()).isTrue();
    var locked = "The quote waits to be sent and cannot be changed; withdraw it first.";
    var path = QuoteDesk.path(quote);
    assertThat(desk.api().put(path, aQuote().title("x")).refused(409).at("/detail"))
        .isEqualTo(locked);
    assertThat(
            desk.api()
                .put(path + "/items/" + quote.at("/items/0/itemId"), line().quantity(2))
                .refused(409)
                .at("/detail"))
        .isEqualTo(locked);
    desk.api().put(path, body().with("internalNotes", "fine")).ok();
    round.goRound();
    assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
    desk.show(quote).refused(404);
  }

  @Test
  void itIsSentWhenItsTimeHasComeAndOnlyOnce() {
    clock.in(
        Duration.ofHours(6),
        () -> {
          AtOnce.all(
              IntStream.range(0, 4)
                  .mapToObj(
                      i ->
                          (Callable<Boolean>)
                              () -> {
                                round.goRound();
                                return true;
                              })
                  .toList());
          assertThat(desk.read(quote).at("/status")).isEqualTo("SENT");
          assertThat(timeline()).containsExactly("CREATED", "SCHEDULED", "SENT");
          round.goRound();
          assertThat(timeline()).containsExactly("CREATED", "SCHEDULED", "SENT");
        });
  }

  @Test
  void withdrawnItIsAFreeDraftThatIsNotSent() {
    desk.withdraw(quote).ok();
    desk.api().put(QuoteDesk.path(quote), aQuote().title("Changed")).ok();
    clock.in(
        Duration.ofHours(6),
        () -> {
          round.goRound();
          assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
        });
  }

  @Test
  void sentByHandBeforeItsTimeItIsNotSentAgain() {
    assertThat(desk.send(quote).at("/status")).isEqualTo("SENT");
    clock.in(
        Duration.ofHours(6),
        () -> {
          round.goRound();
          assertThat(timeline()).containsExactly("CREATED", "SCHEDULED", "SENT");
        });
  }

  @Test
  void itHoldsItsCartAsOneThatWasSentDoes() {
    var cart = "/billing/cart/" + quote.at("/cartId");
    var before = desk.cartOf(quote);
    var item = line(quote.at("/items/0/itemId"));
    var held =
        "The cart is locked: one of its quotes is with the patient or waits to be sent; withdraw that quote, or wait for the answer.";
    assertThat(desk.api().post(cart + "/items", item).refused(409).at("/detail")).isEqualTo(held);
    assertThat(
            desk.api()
                .post(cart + "/convert-to-charge", body().with("cartId", quote.at("/cartId")))
                .refused(409)
                .at("/detail"))
        .isEqualTo(held);
    desk.api().delete(cart).refused(409);
    desk.quote(before, body()).refused(409);
    assertThat(desk.cartOf(quote).text()).isEqualTo(before.text());

    desk.withdraw(quote).ok();
    desk.api().post(cart + "/items", item).ok();
  }

  @Test
  void aTimeAfterTheCartsOwnExpiryIsRefused() {
    var cart =
        desk.clinic()
            .api()
            .post(
                "/billing/cart",
                aCart().of(desk.patient()).expires(due).with(line(desk.clinic().item("Peel", 900))))
            .ok();
    var other = desk.quote(cart);
    var before = desk.cartOf(other).text();
    assertThat(desk.sendAt(other, due).violation())
        .isEqualTo("[body, scheduleSendDate] value_error");
    assertThat(desk.cartOf(other).text()).isEqualTo(before);
    desk.sendAt(other, due.minusSeconds(1)).ok();
    desk.sendAt(other, due.minusSeconds(9)).ok();
  }

  @Test
  void aRevisionThatWaitsTakesOverTheCartFromTheOneThatIsWithdrawn() {
    var first = desk.send(desk.quote(800));
    var revision = desk.revise(first, "SAME").ok();
    desk.sendAt(revision, due).ok();
    var item = line(first.at("/items/0/itemId"));
    var items = "/billing/cart/" + first.at("/cartId") + "/items";

    desk.withdraw(first).ok();
    desk.api().post(items, item).refused(409);
    desk.withdraw(revision).ok();
    desk.api().post(items, item).ok();
  }

  @Test
  void aRevisionMayWaitLongerThanTheQuoteItRevisesIsValid() {
    var end = due.minus(Duration.ofHours(1));
    var cart =
        desk.api()
            .post(
                "/billing/cart",
                aCart().of(desk.patient()).expires(end).with(line(desk.clinic().item("Peel", 900))))
            .ok();
    var first = desk.send(desk.quote(cart, aQuote().validUntil(end)).ok());
    var revision = desk.revise(first, "SAME").ok();
    desk.api().put(QuoteDesk.path(revision), aQuote().validUntil(due.plusSeconds(9))).ok();
    desk.sendAt(revision, due).ok();

    clock.in(
        Duration.between(Instant.now(), due),
        () -> {
          expiry.goRound();
          assertThat(desk.cartOf(first).at("/status")).isEqualTo("DRAFT");
          assertThat(desk.read(first).at("/status")).isEqualTo("EXPIRED");
        });
    clock.in(
        Duration.between(Instant.now(), due.plusSeconds(1)),
        () -> {
          round.goRound();
          assertThat(desk.read(revision).at("/status")).isEqualTo("SENT");
          assertThat(desk.cartOf(first).at("/status")).isEqualTo("DRAFT");
        });
  }

  /** A quote that ends an hour before {@link #due}, as its cart does. */
  private Answer offerThatEndsWithItsCart() {
    var end = due.minus(Duration.ofHours(1));
    var cart =
        desk.api()
            .post(
                "/billing/cart",
                aCart().of(desk.patient()).expires(end).with(line(desk.clinic().item("Peel", 900))))
            .ok();
    return desk.quote(cart, aQuote().validUntil(end)).ok();
  }

  private Answer waitingLonger(Answer quote) {
    var revision = desk.revise(quote, "SAME").ok();
    desk.api()
        .put(QuoteDesk.path(revision), aQuote().validUntil(due.plus(Duration.ofDays(9))))
        .ok();
    desk.sendAt(revision, due).ok();
    return revision;
  }

  private void assertIsADraftOfAFreeCart(Answer revision) {
    var cart = desk.cartOf(revision);
    assertThat(cart.at("/status")).isEqualTo("DRAFT");
    assertThat(cart.json().get("expiresDate").isNull()).isTrue();
    expiry.goRound();
    assertThat(desk.cartOf(revision).at("/status")).isEqualTo("DRAFT");
    desk.api()
        .post(
            "/billing/cart/" + revision.at("/cartId") + "/items",
            line(revision.at("/items/0/itemId")))
        .ok();
  }

  @Test
  void aRevisionThatIsWithdrawnAfterTheOneItRevisesRanOutLeavesAFreeCart() {
    var revision = waitingLonger(desk.send(offerThatEndsWithItsCart()));
    clock.in(
        Duration.between(Instant.now(), due.minusSeconds(600)),
        () -> {
          desk.withdraw(revision).ok();
          assertIsADraftOfAFreeCart(revision);
          assertThat(desk.send(revision).at("/status")).isEqualTo("SENT");
        });
  }

  @Test
  void aRevisionThatCannotBeSentAfterTheOneItRevisesRanOutLeavesAFreeCart() {
    quote = waitingLonger(desk.send(offerThatEndsWithItsCart()));
    archive(true);
    clock.in(
        Duration.ofHours(6),
        () -> {
          round.goRound();
          assertThat(timeline()).endsWith("FAILED");
          assertIsADraftOfAFreeCart(quote);
        });
    archive(false);
    assertThat(desk.send(quote).at("/status")).isEqualTo("SENT");
  }

  @Test
  void ofTwoRevisionsThatWaitTheOtherHoldsTheCartWhenOneIsWithdrawnAfterTheOldQuoteRanOut() {
    var first = desk.send(offerThatEndsWithItsCart());
    var one = waitingLonger(first);
    var two = waitingLonger(first);
    clock.in(
        Duration.between(Instant.now(), due.minusSeconds(600)),
        () -> {
          desk.withdraw(one).ok();
          var items = "/billing/cart/" + first.at("/cartId") + "/items";
          desk.api().post(items, line(first.at("/items/0/itemId"))).refused(409);
          desk.withdraw(two).ok();
          desk.api().post(items, line(first.at("/items/0/itemId"))).ok();
        });
  }

  @Test
  void aRevisionThatIsWithdrawnAfterTheAcceptedQuoteRanOutOpensTheCartForNobody() {
    var first = desk.send(offerThatEndsWithItsCart());
    var revision = waitingLonger(first);
    desk.answer(first, "accept").ok();
    clock.in(
        Duration.between(Instant.now(), due.minusSeconds(600)),
        () -> {
          desk.withdraw(revision).ok();
          assertThat(desk.cartOf(revision).at("/status")).isEqualTo("EXPIRED");
          expiry.goRound();
          assertThat(desk.cartOf(revision).at("/status")).isEqualTo("EXPIRED");
        });
  }

  @Test
  void whatIsReplacedAtItsTimeIsReplacedByTheService() {
    var first = desk.send(desk.quote(800));
    desk.sendAt(desk.revise(first, "SAME").ok(), due).ok();
    clock.in(Duration.ofHours(6), round::goRound);

    var last = desk.events(first).getLast();
    assertThat(last.get("type").asString()).isEqualTo("REPLACED");
    assertThat(last.get("actor").asString()).isEqualTo("SERVICE");
  }

  @Test
  void aRevisionThatIsWithdrawnBeforeItsTimeLeavesTheCartToTheOneItRevises() {
    var first = desk.send(desk.quote(800));
    var revision = desk.revise(first, "SAME").ok();
    desk.sendAt(revision, due).ok();
    desk.withdraw(revision).ok();
    assertThat(desk.answer(first, "accept").ok().at("/status")).isEqualTo("ACCEPTED");
    assertThat(desk.cartOf(first).at("/status")).isEqualTo("ACCEPTED");
    desk.convert(first).ok();
  }

  @Test
  void aRevisionThatWaitsForACartOfWhichTheOfferWasDeclinedKeepsNobodyFromRevisingThat() {
    var first = desk.send(desk.quote(800));
    var waiting = desk.revise(first, "SAME").ok();
    desk.sendAt(waiting, due).ok();
    desk.answer(first, "decline").ok();

    var revision = desk.revise(first, "SAME").ok();
    assertThat(desk.send(revision).at("/status")).isEqualTo("SENT");
    clock.in(Duration.ofHours(6), round::goRound);
    assertThat(desk.read(waiting).at("/status")).isEqualTo("DRAFT");
    assertThat(desk.read(revision).at("/status")).isEqualTo("SENT");
  }

  @Test
  void toAPatientWhoIsArchivedMeanwhileItDoesNotGoOutAndWhoeverMadeItIsTold() {
    archive(true);
    clock.in(
        Duration.ofHours(6),
        () -> {
          round.goRound();
          round.goRound();
        });
    assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
    assertThat(timeline()).containsExactly("CREATED", "SCHEDULED", "FAILED");
    assertThat(desk.events(quote).getLast().get("detail").asString())
        .isEqualTo("The quote's patient is archived; restore the patient first.");
    clock.in(
        Duration.ofHours(6),
        () ->
            await("the message to whoever made it")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !inbox().isEmpty()));
    var told = inbox();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).get("to").asString()).startsWith("desk-");
    assertThat(told.get(0).get("subject").asString()).isEqualTo("A quote was not sent");
    assertThat(told.get(0).get("text").asString())
        .contains("Jane Doe", "The quote's patient is archived; restore the patient first.");

    archive(false);
    desk.api().put(QuoteDesk.path(quote), aQuote().title("Free again")).ok();
    desk.api()
        .post("/billing/cart/" + quote.at("/cartId") + "/items", line(quote.at("/items/0/itemId")))
        .ok();
  }

  @Test
  void whyItDidNotGoOutIsToldInTheLanguageOfTheClinic() {
    desk = QuoteDesk.of(clinics.open("America/Mexico_City", "MXN", "es-MX"));
    quote = desk.quote(500);
    desk.sendAt(quote, due).ok();
    archive(true);
    clock.in(
        Duration.ofHours(6),
        () -> {
          round.goRound();
          await("the message to whoever made it")
              .atMost(Duration.ofSeconds(20))
              .until(() -> !inbox().isEmpty());
        });

    assertThat(inbox().get(0).get("text").asString())
        .contains("El paciente del presupuesto está archivado; recupérelo primero.")
        .doesNotContain("restore the patient");
  }

  private JsonNode inbox() {
    return desk.api().get("/dev/inbox?tenant=" + desk.clinic().id()).ok().json();
  }

  private void archive(boolean isArchived) {
    desk.api()
        .post(
            "/user/patient/archive",
            body()
                .with("patientIds", list(desk.cartOf(quote).at("/patient/id")))
                .with("isArchived", isArchived))
        .ok();
  }

  @Test
  void oneThatFailsStopsNoOtherAndIsLeftAloneForAWhile(CapturedOutput log) {
    var sound = desk.quote(700);
    desk.sendAt(sound, due.plusSeconds(9)).ok();
    TestDatabase.shared()
        .broken(
            "quote",
            "new.status = 'SENT' and new.id = '%s'".formatted(quote.at("/id")),
            () ->
                clock.in(
                    Duration.ofHours(6),
                    () -> {
                      round.goRound();
                      assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
                      assertThat(desk.read(sound).at("/status")).isEqualTo("SENT");
                    }));
    clock.in(Duration.ofHours(6).plusSeconds(20), round::goRound);
    assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
    clock.in(Duration.ofHours(6).plusMinutes(3), round::goRound);
    assertThat(desk.read(quote).at("/status")).isEqualTo("SENT");
    assertThat(log)
        .contains("Quote %s of tenant %s met a".formatted(quote.at("/id"), desk.clinic().id()))
        .doesNotContain(Troublemaker.SECRET);
  }

  @Test
  void aQuoteThatCannotExpireStopsNoOther(CapturedOutput log) {
    var sound = desk.quote(desk.cart(100), aQuote().validUntil(due)).ok();
    var sick = desk.quote(desk.cart(100), aQuote().validUntil(due)).ok();
    TestDatabase.shared()
        .broken(
            "quote",
            "new.id = '%s'".formatted(sick.at("/id")),
            () -> clock.in(Duration.ofHours(6), expiry::goRound));
    assertThat(desk.read(sound).at("/status")).isEqualTo("EXPIRED");
    assertThat(desk.read(sick).at("/status")).isEqualTo("DRAFT");
    clock.in(Duration.ofHours(6).plusMinutes(3), expiry::goRound);
    assertThat(desk.read(sick).at("/status")).isEqualTo("EXPIRED");
    assertThat(log).doesNotContain(Troublemaker.SECRET);
  }

  @Test
  void aTimeThatIsPastMeansNowAndOneAfterTheValidityIsRefused() {
    var other = desk.quote(desk.cart(100), aQuote().validUntil(due)).ok();
    assertThat(desk.sendAt(other, due.plusSeconds(1)).violation())
        .isEqualTo("[body, scheduleSendDate] value_error");
    assertThat(desk.read(other).at("/status")).isEqualTo("DRAFT");
    assertThat(
            desk.send(other, "email", body().with("scheduleSendDate", "2020-01-01T00:00:00Z"))
                .ok()
                .at("/status"))
        .isEqualTo("SENT");
  }
}
