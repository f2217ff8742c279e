package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Quotes that wait for their time to be sent. */
@CartwrightTest
class QuoteScheduleTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private QuoteRound round;

  private QuoteDesk desk;
  private Answer quote;
  private Instant due;

  @BeforeEach
  void scheduleOne() {
    desk = QuoteDesk.of(clinics.open());
    due = Instant.now().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);
    quote = desk.quote(500);
    desk.send(quote, "email", ",\"scheduleSendDate\":\"" + due + "\"").ok();
  }

  private String timeline() {
    return desk.api().get(QuoteDesk.path(quote) + "/timeline").ok().text();
  }

  @Test
  void untilThenItIsADraftThatNobodyChanges() {
    assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
    assertThat(desk.read(quote).json().get("sentDate").isNull()).isTrue();
    var locked = "The quote waits to be sent and cannot be changed; withdraw it first.";
    var path = QuoteDesk.path(quote);
    assertThat(desk.api().put(path, "{\"title\":\"x\"}").refused(409).at("/detail"))
        .isEqualTo(locked);
    assertThat(
            desk.api()
                .put(path + "/items/" + quote.at("/items/0/itemId"), "{\"quantity\":2}")
                .refused(409)
                .at("/detail"))
        .isEqualTo(locked);
    desk.api().put(path, "{\"internalNotes\":\"fine\"}").ok();
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
          assertThat(timeline()).containsOnlyOnce("\"SENT\"").containsOnlyOnce("SCHEDULED");
          round.goRound();
          assertThat(timeline()).containsOnlyOnce("\"SENT\"");
        });
  }

  @Test
  void withdrawnItIsAFreeDraftThatIsNotSent() {
    desk.withdraw(quote).ok();
    desk.api().put(QuoteDesk.path(quote), "{\"title\":\"Changed\"}").ok();
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
          assertThat(timeline()).containsOnlyOnce("\"SENT\"");
        });
  }

  @Test
  void whatCannotBeSentWhenItsTimeHasComeIsGivenUpAndSaysWhy() {
    desk.api()
        .post(
            "/billing/cart/" + quote.at("/cartId") + "/convert-to-charge",
            "{\"cartId\":\"" + quote.at("/cartId") + "\"}")
        .ok();
    clock.in(
        Duration.ofHours(6),
        () -> {
          round.goRound();
          round.goRound();
        });
    assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
    assertThat(timeline())
        .containsOnlyOnce("FAILED")
        .contains("The cart is CONVERTED and cannot be quoted");
    desk.api().put(QuoteDesk.path(quote), "{\"title\":\"Free again\"}").ok();
  }

  @Test
  void aTimeThatIsPastMeansNowAndOneAfterTheValidityIsRefused() {
    var other = desk.quote(desk.cart(100), ",\"validUntilDate\":\"" + due + "\"").ok();
    assertThat(
            desk.send(other, "email", ",\"scheduleSendDate\":\"" + due.plusSeconds(1) + "\"")
                .violation())
        .isEqualTo("[body, scheduleSendDate] value_error");
    assertThat(desk.read(other).at("/status")).isEqualTo("DRAFT");
    assertThat(
            desk.send(other, "email", ",\"scheduleSendDate\":\"2020-01-01T00:00:00Z\"")
                .ok()
                .at("/status"))
        .isEqualTo("SENT");
  }
}
