package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Many at once on one quote and its cart: one wins, the others are refused, nothing is done twice.
 */
@CartwrightTest
class QuoteRacesTests {

  private static final int THREADS = 16;
  private static final String HELD =
      "The cart is locked: one of its quotes is with the patient or waits to be sent; withdraw that quote, or wait for the answer.";

  @Autowired private Clinics clinics;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  /** Asks again whenever the service is too busy with the cart, as it tells clients to. */
  private static Answer patiently(Supplier<Answer> request) {
    var answer = request.get();
    while (answer.headers().firstValue("Retry-After").isPresent()) {
      answer = request.get();
    }
    return answer;
  }

  private static List<Answer> all(List<Supplier<Answer>> requests) {
    return AtOnce.all(requests.stream().map(r -> (Callable<Answer>) () -> patiently(r)).toList());
  }

  private static List<Supplier<Answer>> times(int threads, Supplier<Answer> request) {
    return IntStream.range(0, threads).mapToObj(i -> request).toList();
  }

  private static long count(List<Answer> answers, int status) {
    return answers.stream().filter(a -> a.status() == status).count();
  }

  private long events(Answer quote, String type) {
    return desk.timeline(quote).stream().filter(type::equals).count();
  }

  @RepeatedTest(3)
  void ofTwoOppositeAnswersAtOnceOneWinsAndTheOtherIsRefused() {
    var quote = desk.send(desk.quote(500));
    var requests = new ArrayList<Supplier<Answer>>();
    for (int i = 0; i < THREADS / 2; i++) {
      requests.add(() -> desk.answer(quote, "accept"));
      requests.add(() -> desk.answer(quote, "decline"));
    }
    var answers = all(requests);

    var winner = desk.read(quote).at("/status");
    assertThat(count(answers, 200)).isEqualTo(THREADS / 2);
    assertThat(count(answers, 409)).isEqualTo(THREADS / 2);
    answers.stream()
        .filter(a -> a.status() == 200)
        .forEach(a -> assertThat(a.at("/status")).isEqualTo(winner));
    assertThat(desk.cartOf(quote).at("/status"))
        .isEqualTo(winner.equals("ACCEPTED") ? "ACCEPTED" : "REJECTED");
    assertThat(events(quote, "ACCEPTED") + events(quote, "DECLINED")).isEqualTo(1);
  }

  @Test
  void manyConversionsOfQuoteAndCartAtOnceMakeOneCharge() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "accept").ok();
    var cart = quote.at("/cartId");
    var requests = new ArrayList<>(times(THREADS / 2, () -> desk.convert(quote)));
    requests.addAll(
        times(
            THREADS / 2,
            () ->
                desk.api()
                    .post(
                        "/billing/cart/" + cart + "/convert-to-charge",
                        body().with("cartId", cart))));
    var answers = all(requests);

    assertThat(count(answers, 200)).isEqualTo(1);
    assertThat(count(answers, 409)).isEqualTo(THREADS - 1);
    assertThat(desk.read(quote).at("/convertedChargeId"))
        .isEqualTo(
            answers.stream()
                .filter(a -> a.status() == 200)
                .map(a -> a.at("/id"))
                .findFirst()
                .orElseThrow());
    assertThat(events(quote, "CONVERTED")).isEqualTo(1);
  }

  @RepeatedTest(3)
  void anAnswerAndAWithdrawalAtOnceNeverBothHappen() {
    var quote = desk.send(desk.quote(500));
    var answers = all(List.of(() -> desk.answer(quote, "accept"), () -> desk.withdraw(quote)));

    assertThat(count(answers, 200)).isEqualTo(1);
    assertThat(count(answers, 409)).isEqualTo(1);
    var accepted = answers.getFirst().status() == 200;
    assertThat(desk.read(quote).at("/status")).isEqualTo(accepted ? "ACCEPTED" : "DRAFT");
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo(accepted ? "ACCEPTED" : "DRAFT");
  }

  @RepeatedTest(3)
  void ofManyQuotesOfACartSentAtOnceOneGoes() {
    var cart = desk.cart(500);
    var quotes = IntStream.range(0, 6).mapToObj(i -> desk.quote(cart)).toList();
    var requests = new ArrayList<Supplier<Answer>>();
    quotes.forEach(quote -> requests.add(() -> desk.send(quote, "email")));
    var answers = all(requests);

    assertThat(count(answers, 200)).isEqualTo(1);
    assertThat(count(answers, 409)).isEqualTo(5);
    assertThat(desk.api().get("/billing/quote/list?status=SENT").ok().number("/total"))
        .isEqualTo(1);
  }

  @RepeatedTest(3)
  void ofManyVersionsOfAQuoteThatEndedSentAtOnceOneGoes() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "decline").ok();
    var requests = new ArrayList<Supplier<Answer>>();
    for (int i = 0; i < 6; i++) {
      var version = desk.revise(quote, "SAME").ok();
      requests.add(() -> desk.send(version, "email"));
    }
    var answers = all(requests);

    assertThat(count(answers, 200)).isEqualTo(1);
    assertThat(count(answers, 409)).isEqualTo(5);
    assertThat(desk.api().get("/billing/quote/list?status=SENT").ok().number("/total"))
        .isEqualTo(1);
  }

  @RepeatedTest(3)
  void aCartIsNeverChangedOnceItsQuoteIsSent() {
    var cart = desk.cart(500);
    var quote = desk.quote(cart);
    var requests = new ArrayList<Supplier<Answer>>();
    requests.add(() -> desk.send(quote, "email"));
    IntStream.rangeClosed(2, 9).forEach(quantity -> requests.add(() -> change(cart, quantity)));
    var answers = all(requests);

    answers.getFirst().ok();
    var changes = answers.subList(1, answers.size());
    var refused = changes.stream().filter(a -> a.status() == 409).toList();
    var made = changes.stream().filter(a -> a.status() == 200).toList();
    assertThat(refused.size() + made.size()).isEqualTo(changes.size());
    assertThat(refused).allSatisfy(a -> assertThat(a.at("/detail")).isEqualTo(HELD));
    assertThat(made).allSatisfy(a -> assertThat(a.at("/status")).isEqualTo("DRAFT"));
    var after = desk.cartOf(quote);
    assertThat(after.number("/items/0/quantity"))
        .isIn(
            made.isEmpty()
                ? List.of(1L)
                : made.stream().map(a -> a.number("/items/0/quantity")).toList());
    assertThat(change(cart, 10).refused(409).at("/detail")).isEqualTo(HELD);
    assertThat(desk.cartOf(quote).text()).isEqualTo(after.text());
  }

  /** Whoever has to wait for the cart looks at it as they find it then. */
  @Test
  void aChangeInLineBehindTheSendingIsRefused() throws Exception {
    var cart = desk.cart(500);
    var quote = desk.quote(cart);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("select from cart where id = '%s' for update".formatted(cart.at("/id")));
      var sending = threads.submit(() -> desk.send(quote, "email"));
      awaitInLine(1);
      var change = threads.submit(() -> change(cart, 7));
      awaitInLine(2);
      database.commit();

      sending.get().ok();
      assertThat(change.get().refused(409).at("/detail")).isEqualTo(HELD);
    }
    assertThat(desk.cartOf(quote).number("/items/0/quantity")).isEqualTo(1);
  }

  /** What the patient had is the clinic's own draft by then. */
  @Test
  void aFirstViewInLineBehindTheWithdrawalShowsNothing() throws Exception {
    var quote = desk.send(desk.quote(500));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute(
          "select from cart where id = '%s' for update".formatted(quote.at("/cartId")));
      var withdrawal = threads.submit(() -> desk.withdraw(quote));
      awaitInLine(1);
      var view = threads.submit(() -> desk.show(quote));
      awaitInLine(2);
      database.commit();

      withdrawal.get().ok();
      view.get().refused(404);
    }
    assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
    assertThat(events(quote, "VIEWED")).isZero();
  }

  /** They wait for two seconds at most. */
  private static void awaitInLine(int waiting) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> TestDatabase.shared().waitingFor("cart") == waiting);
  }

  private Answer change(Answer cart, int quantity) {
    return desk.api()
        .put(
            "/billing/cart/%s/items/%s".formatted(cart.at("/id"), cart.at("/items/0/id")),
            line().quantity(quantity));
  }

  @Test
  void aQuoteSeenByManyAtOnceIsSeenOnceForTheFirstTime() {
    var quote = desk.send(desk.quote(500));
    var answers = all(times(THREADS, () -> desk.show(quote)));

    assertThat(count(answers, 200)).isEqualTo(THREADS);
    assertThat(answers.stream().map(a -> a.at("/viewedDate")).distinct()).hasSize(1);
    assertThat(events(quote, "VIEWED")).isEqualTo(1);
  }

  @Test
  void linesAddedAtOnceAreAllThere() {
    var cart = desk.cart(500);
    var quote = desk.quote(cart);
    var body = line(cart.at("/items/0/itemId"));
    var answers =
        all(times(THREADS, () -> desk.api().post(QuoteDesk.path(quote) + "/items/add", body)));

    assertThat(count(answers, 200)).isEqualTo(THREADS);
    assertThat(desk.read(quote).number("/itemCount")).isEqualTo(THREADS + 1);
    QuoteFiguresTests.assertAddsUp(desk.read(quote).json());
  }
}
