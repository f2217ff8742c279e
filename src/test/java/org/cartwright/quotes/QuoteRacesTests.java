package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
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
    long found = 0;
    for (var event :
        desk.api().get(QuoteDesk.path(quote) + "/timeline").ok().json().get("events")) {
      found += event.get("type").asString().equals(type) ? 1 : 0;
    }
    return found;
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
                        "{\"cartId\":\"" + cart + "\"}")));
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
    quotes.forEach(quote -> requests.add(() -> desk.send(quote, "email", "")));
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
    var line = "/billing/cart/%s/items/%s".formatted(cart.at("/id"), cart.at("/items/0/id"));
    var requests = new ArrayList<Supplier<Answer>>();
    requests.add(() -> desk.send(quote, "email", ""));
    requests.addAll(times(8, () -> desk.api().put(line, "{\"quantity\":7}")));
    var answers = all(requests);

    answers.getFirst().ok();
    var after = desk.cartOf(quote).text();
    desk.api().put(line, "{\"quantity\":9}").refused(409);
    assertThat(desk.cartOf(quote).text()).isEqualTo(after);
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
    var body = "{\"itemId\":\"" + cart.at("/items/0/itemId") + "\"}";
    var answers =
        all(times(THREADS, () -> desk.api().post(QuoteDesk.path(quote) + "/items/add", body)));

    assertThat(count(answers, 200)).isEqualTo(THREADS);
    assertThat(desk.read(quote).number("/itemCount")).isEqualTo(THREADS + 1);
    QuoteFiguresTests.assertAddsUp(desk.read(quote).json());
  }
}
