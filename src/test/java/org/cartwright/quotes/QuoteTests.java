package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cartwright.quotes.AQuote.DUE;
import static org.cartwright.quotes.AQuote.MADE;
import static org.cartwright.quotes.AQuote.MOVED;
import static org.cartwright.quotes.AQuote.PRICES;
import static org.cartwright.quotes.AQuote.aQuote;
import static org.cartwright.quotes.AQuote.anEmptyQuote;
import static org.cartwright.quotes.AQuote.cart;
import static org.cartwright.quotes.AQuote.draftOrder;
import static org.cartwright.quotes.AQuote.firstLine;
import static org.cartwright.quotes.AQuote.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.SaleTerms;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.quotes.api.SendMethod;
import org.cartwright.quotes.state.QuoteHeading;
import org.cartwright.quotes.state.QuoteRefusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;

/** The rules of a quote, without anything around it. */
class QuoteTests {

  private static final DiscountRequest NO_DISCOUNT = new DiscountRequest(null, null);
  private static final SaleTerms US = SaleTerms.in("us", TaxMode.EXCLUSIVE);
  private static final Instant LATER = MOVED.plus(Duration.ofHours(1));

  private static void assertRefused(String sentence, ThrowingCallable move) {
    assertThatExceptionOfType(QuoteRefusal.class).isThrownBy(move).withMessage(sentence);
  }

  /** What each move makes of a quote in each state; a dash means that it is refused. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          state,     edit,  send,   withdraw, view,      accept,    decline,  convert,   revise,   giveWay
          DRAFT,     DRAFT, SENT,   -,        DRAFT,     -,         -,        -,         -,        EXPIRED
          WAITING,   -,     SENT,   DRAFT,    DRAFT,     -,         -,        -,         -,        EXPIRED
          SENT,      -,     SENT,   DRAFT,    VIEWED,    ACCEPTED,  DECLINED, -,         SENT,     EXPIRED
          VIEWED,    -,     VIEWED, DRAFT,    VIEWED,    ACCEPTED,  DECLINED, -,         VIEWED,   EXPIRED
          ACCEPTED,  -,     -,      -,        ACCEPTED,  ACCEPTED,  -,        CONVERTED, -,        -
          DECLINED,  -,     -,      -,        DECLINED,  -,         DECLINED, -,         DECLINED, DECLINED
          EXPIRED,   -,     -,      -,        EXPIRED,   -,         -,        -,         EXPIRED,  EXPIRED
          CONVERTED, -,     -,      -,        CONVERTED, CONVERTED, -,        -,         -,        -
          """,
      useHeadersInDisplayName = true)
  void whatAQuoteMayBecome(
      String state,
      String edit,
      String send,
      String withdraw,
      String view,
      String accept,
      String decline,
      String convert,
      String revise,
      String giveWay) {
    assertThat(
            List.of(
                after(state, q -> q.add(line("Cream"), PRICES, LATER)),
                after(state, q -> q.send(LATER)),
                after(state, q -> q.withdraw(LATER)),
                after(state, q -> q.view(LATER)),
                after(state, q -> q.answer(true, null, null, LATER)),
                after(state, q -> q.answer(false, null, null, LATER)),
                after(
                    state,
                    q -> {
                      q.requireConvertible(LATER);
                      q.convert("charge", LATER);
                    }),
                after(state, q -> q.revision("next", cart("Jane"), q.items(), LATER)),
                after(state, q -> q.giveWay(LATER))))
        .containsExactly(edit, send, withdraw, view, accept, decline, convert, revise, giveWay);
  }

  private interface Move {
    void of(Quote quote);
  }

  private static String after(String state, Move move) {
    var quote = aQuote().in(state);
    var before = quote.statusAt(LATER);
    try {
      move.of(quote);
    } catch (QuoteRefusal refused) {
      assertThat(quote.statusAt(LATER)).isEqualTo(before);
      return "-";
    }
    return quote.statusAt(LATER).name();
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING, The quote waits to be sent and cannot be changed; withdraw it first.",
    "SENT, The quote is SENT and cannot be changed; withdraw or revise it.",
    "ACCEPTED, The quote is ACCEPTED and cannot be changed; convert it.",
    "DECLINED, The quote is DECLINED and cannot be changed; revise it.",
    "CONVERTED, The quote is CONVERTED and cannot be changed; its charge is what counts now."
  })
  void onlyADraftThatWaitsForNothingIsEdited(String state, String sentence) {
    var quote = aQuote().in(state);
    var items = quote.items();

    assertRefused(sentence, () -> quote.add(line("Cream"), PRICES, LATER));
    assertRefused(
        sentence,
        () ->
            quote.change(
                firstLine(quote),
                new LineChange(Quantity.of(2), null, NO_DISCOUNT, null),
                PRICES,
                LATER));
    assertRefused(sentence, () -> quote.remove(firstLine(quote), PRICES, LATER));
    assertRefused(sentence, () -> quote.change(titled("x"), null, NO_DISCOUNT, PRICES, LATER));
    assertThat(quote.items()).isEqualTo(items);
  }

  private static QuoteHeading titled(String title) {
    return new QuoteHeading(title, null, null, null, true);
  }

  @Test
  void anEditThatChangesNothingIsNoNews() {
    var quote = aQuote().draft();
    var same = new LineChange(Quantity.ONE, null, NO_DISCOUNT, null);

    assertThat(quote.change(quote.heading(), null, NO_DISCOUNT, PRICES, LATER)).isFalse();
    assertThat(quote.change(firstLine(quote), same, PRICES, LATER)).isFalse();
    assertThat(quote.change(titled("New"), null, NO_DISCOUNT, PRICES, LATER)).isTrue();
    assertThat(quote.change(quote.heading(), "note", NO_DISCOUNT, PRICES, LATER)).isTrue();
    assertThat(quote.change(quote.heading(), "note", NO_DISCOUNT, PRICES, LATER)).isFalse();
    assertThat(
            quote.change(
                quote.heading(), null, new DiscountRequest(new Cents(800), null), PRICES, LATER))
        .isTrue();
    assertThat(quote.total()).isEqualTo(new Cents(4000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DRAFT", "WAITING", "SENT", "ACCEPTED", "DECLINED", "EXPIRED", "CONVERTED"})
  void theDeskMayNoteSomethingAtAnyTime(String state) {
    var quote = aQuote().in(state);

    assertThat(quote.change(quote.heading(), "note", NO_DISCOUNT, PRICES, LATER)).isTrue();
  }

  @Test
  void whatHasNothingOnItIsNotSent() {
    var sentence = "There is nothing in the quote to be sent; add something first.";
    var quote = anEmptyQuote().draft();

    assertRefused(sentence, () -> quote.send(LATER));
    assertRefused(sentence, () -> quote.schedule(SendMethod.SMS, null, DUE, LATER));
  }

  @Test
  void sentAgainOrSentAnewItKeepsTheDayItWasSentFirst() {
    var quote = aQuote().sent();
    assertThat(quote.sentDate()).isEqualTo(MOVED);

    quote.send(LATER);
    assertThat(quote.sentDate()).isEqualTo(MOVED);
    quote.withdraw(LATER);
    quote.send(LATER);
    assertThat(quote.sentDate()).isEqualTo(MOVED);
  }

  @Test
  void aSendingIsDueFromItsMomentOnAndTakenOnce() {
    var quote = aQuote().waiting();

    assertThat(quote.takeDue(DUE.minusNanos(1000))).isEmpty();
    assertThat(quote.takeDue(DUE))
        .hasValueSatisfying(
            due -> {
              assertThat(due.scheduledMethod()).isEqualTo(SendMethod.EMAIL);
              assertThat(due.scheduledMessage()).isEqualTo("See you");
            });
    assertThat(quote.takeDue(DUE)).isEmpty();
  }

  @Test
  void withdrawnFromWaitingItWaitsForNothing() {
    var quote = aQuote().waiting();

    assertThat(quote.withdraw(LATER)).isFalse();
    assertThat(quote.takeDue(DUE)).isEmpty();
    assertThat(aQuote().sent().withdraw(LATER)).isTrue();
  }

  @Test
  void itIsExpiredFromTheMomentItsValidityEnds() {
    var end = LATER;
    var quote = aQuote().validUntil(end).sent();

    assertThat(quote.statusAt(end.minusNanos(1000))).isEqualTo(QuoteStatus.SENT);
    assertThat(quote.statusAt(end)).isEqualTo(QuoteStatus.EXPIRED);
    assertThat(quote.runOut(end.minusNanos(1000))).isFalse();
    assertThat(quote.runOut(end)).isTrue();
    assertThat(quote.runOut(end)).isFalse();
    assertThat(quote.statusAt(MADE)).isEqualTo(QuoteStatus.EXPIRED);
    assertRefused(
        "The quote is EXPIRED and cannot be answered; revise it and send the revision.",
        () -> quote.answer(true, null, null, end));
  }

  @Test
  void whatWasDeclinedOrChargedDoesNotRunOut() {
    assertThat(aQuote().validUntil(LATER).declined().runOut(LATER)).isFalse();
    assertThat(aQuote().validUntil(LATER).converted().runOut(LATER)).isFalse();
    assertThat(aQuote().validUntil(LATER).accepted().runOut(LATER)).isTrue();
  }

  @Test
  void anAnswerIsFinalAndTheSameAgainIsNoNews() {
    var quote = aQuote().sent();

    assertThat(quote.answer(true, "Yes", "card", MOVED)).isTrue();
    assertThat(quote.answer(true, "Yes!", null, LATER)).isFalse();
    assertRefused(
        "The quote is ACCEPTED and cannot be answered; an answer is final.",
        () -> quote.answer(false, null, null, LATER));
    assertThat(quote.answer())
        .hasValueSatisfying(
            given -> {
              assertThat(given.answer()).isEqualTo(QuoteStatus.ACCEPTED);
              assertThat(given.answerMessage()).isEqualTo("Yes");
              assertThat(given.preferredPaymentMethodId()).isEqualTo("card");
              assertThat(given.respondedDate()).isEqualTo(MOVED);
            });
  }

  @Test
  void itIsChargedOnceAndThenNamesItsCharge() {
    var quote = aQuote().converted();

    assertRefused(
        "The quote was converted already; its charge is charge.",
        () -> quote.requireConvertible(LATER));
  }

  @Test
  void aRevisionSaysTheSameOfTheSameLines() {
    var end = LATER.plusSeconds(1);
    var old = aQuote().validUntil(end).declined();
    var revision = old.revision("next", cart("Jane"), old.items(), LATER);

    assertThat(revision.supersedes()).isEqualTo("quote");
    assertThat(revision.heading()).isEqualTo(old.heading());
    assertThat(revision.items()).isEqualTo(old.items());
    assertThat(revision.statusAt(LATER)).isEqualTo(QuoteStatus.DRAFT);
    assertThat(revision.sentDate()).isNull();
  }

  @Test
  void aRevisionOfWhatRanOutIsValidWithoutAnEnd() {
    var old = aQuote().validUntil(LATER).sent();

    assertThat(old.revision("next", cart("Jane"), old.items(), LATER).validUntil()).isNull();
  }

  @Test
  void aCartThatIsAnotherPatientsByNowIsRefused() {
    var quote = aQuote().draft();

    quote.requireCart(cart("Jane"));
    assertRefused(
        "The cart is another patient's by now; make a new quote of it.",
        () -> quote.requireCart(cart("Joan")));
  }

  @Test
  void aDraftOrderWithoutACustomerByNowIsRefused() {
    var quote = aQuote().draft();

    assertRefused(
        "The draft order has no customer any more; name the customer again.",
        () -> quote.requireCart(cart(null)));
  }

  @Test
  void itIsOfItsCartAndItsPatientAsTheyWere() {
    var quote = aQuote().validUntil(LATER).draft();
    ReflectionTestUtils.setField(quote, "version", 3);

    assertThat(quote.version()).isEqualTo(3);
    assertThat(quote.id()).isEqualTo("quote");
    assertThat(quote.cartId()).isEqualTo("cart");
    assertThat(quote.patientId()).isEqualTo("Jane");
    assertThat(quote.creatorId()).isEqualTo("Ana");
    assertThat(quote.currency()).isEqualTo(Currency.getInstance("USD"));
    assertThat(quote.validUntil()).isEqualTo(LATER);
    assertThat(quote.supersedes()).isNull();
    assertThat(quote.answer()).isEmpty();
  }

  @Test
  void aLineThatComesChangesOrGoesIsNews() {
    var quote = aQuote().draft();

    assertThat(quote.add(line("Cream"), PRICES, LATER)).isTrue();
    assertThat(updated(quote)).isEqualTo(LATER);
    assertThat(quote.total()).isEqualTo(new Cents(6050));

    var two = new LineChange(Quantity.of(2), null, NO_DISCOUNT, null);
    assertThat(quote.change(firstLine(quote), two, PRICES, LATER.plusSeconds(1))).isTrue();
    assertThat(updated(quote)).isEqualTo(LATER.plusSeconds(1));
    assertThat(quote.total()).isEqualTo(new Cents(10850));

    assertThat(quote.change(firstLine(quote), two, PRICES, LATER.plusSeconds(2))).isFalse();
    assertThat(updated(quote)).isEqualTo(LATER.plusSeconds(1));

    assertThat(quote.remove(firstLine(quote), PRICES, LATER.plusSeconds(3))).isTrue();
    assertThat(updated(quote)).isEqualTo(LATER.plusSeconds(3));
    assertThat(quote.total()).isEqualTo(new Cents(1250));
  }

  private static @Nullable Object updated(Quote quote) {
    return ReflectionTestUtils.getField(quote, "updatedDate");
  }

  @Test
  void onlyWhatIsAnotherMovesItsDay() {
    var quote = aQuote().draft();

    quote.change(quote.heading(), null, NO_DISCOUNT, PRICES, LATER);
    assertThat(updated(quote)).isEqualTo(MADE);
    quote.change(titled("New"), null, NO_DISCOUNT, PRICES, LATER);
    assertThat(updated(quote)).isEqualTo(LATER);
  }

  @Test
  void toWaitIsAChangeOfADraftOnly() {
    var draft = aQuote().draft();
    draft.schedule(SendMethod.SMS, null, DUE, LATER);
    assertThat(updated(draft)).isEqualTo(LATER);

    var sent = aQuote().sent();
    sent.schedule(SendMethod.SMS, null, DUE, LATER);
    assertThat(updated(sent)).isEqualTo(MOVED);
    assertThat(sent.takeDue(DUE)).isPresent();
  }

  @Test
  void onlyTheFirstLookAtItIsNews() {
    var quote = aQuote().sent();

    assertThat(quote.view(LATER)).isTrue();
    assertThat(quote.view(LATER)).isFalse();
    assertThat(aQuote().draft().view(LATER)).isFalse();
  }

  @Test
  void onlyWhatIsStillOpenGivesWay() {
    var waiting = aQuote().waiting();

    assertThat(waiting.giveWay(LATER)).isTrue();
    assertThat(waiting.takeDue(DUE)).isEmpty();
    assertThat(aQuote().declined().giveWay(LATER)).isFalse();
    assertRefused(
        "The quote that this one revises is ACCEPTED meanwhile; convert that one.",
        () -> aQuote().accepted().giveWay(LATER));
  }

  @Test
  void aSendingThatWasWaitedForIsOverOnceItIsSentOrAnswered() {
    var sent = aQuote().sent();
    sent.schedule(SendMethod.SMS, null, DUE, LATER);
    sent.send(LATER);
    assertThat(sent.takeDue(DUE)).isEmpty();

    var answered = aQuote().sent();
    answered.schedule(SendMethod.SMS, null, DUE, LATER);
    answered.answer(true, null, null, LATER);
    assertThat(answered.takeDue(DUE)).isEmpty();
  }

  @Test
  void itSaysWhatItWaitsFor() {
    assertThat(aQuote().waiting().waiting())
        .hasValueSatisfying(due -> assertThat(due.scheduledMethod()).isEqualTo(SendMethod.EMAIL));
    assertThat(aQuote().draft().waiting()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRAFT", "SENT", "DECLINED", "EXPIRED"})
  void onlyWhatWasAcceptedBecomesACharge(String state) {
    var quote = aQuote().in(state);

    assertRefused(
        "The quote is "
            + state
            + " and cannot become a charge; only one that the patient accepted can.",
        () -> quote.requireConvertible(LATER));
  }

  @Test
  void aQuoteOfADraftOrderIsPlacedAndNotConverted() {
    var quote = aQuote().soldOn(US).accepted();

    assertRefused(
        "The quote is of a draft order, which becomes a charge by being placed; place the draft.",
        () -> quote.requireConvertible(LATER));
    assertThatCode(() -> quote.requirePlaceable(LATER)).doesNotThrowAnyException();
  }

  @Test
  void theFeeOfADraftOrderIsNeitherChangedNorTakenOffAsALine() {
    var sentence =
        "The fee follows from how the order is fulfilled and is not changed as a line; choose another service for the draft order and quote it again.";
    var quote = aQuote().soldOn(US).withFee("Courier").draft();
    var fee = quote.items().fee().orElseThrow();
    var two = new LineChange(Quantity.of(2), null, NO_DISCOUNT, null);

    assertRefused(sentence, () -> quote.change(fee, two, PRICES, LATER));
    assertRefused(sentence, () -> quote.remove(fee, PRICES, LATER));
    assertThat(quote.total()).isEqualTo(new Cents(9300));
  }

  @Test
  void ofADraftOrderOnlyGoodsAndCouponMayBeOthersByNow() {
    var quote = aQuote().soldOn(US.under("TEN")).withFee("Courier").draft();

    assertThatCode(() -> quote.requireCart(draftOrder(US.under("TWENTY"), "Courier")))
        .doesNotThrowAnyException();
    assertThatCode(() -> quote.requireCart(draftOrder(US, "Courier"))).doesNotThrowAnyException();
  }

  @Test
  void aDraftOrderThatIsSoldOtherwiseByNowIsRefused() {
    var sentence =
        "The draft order is sold in another market, to another address, with another exemption or for another fee by now; make a new quote of it.";
    var quote = aQuote().soldOn(US).withFee("Courier").draft();
    var toTexas = new SaleTerms("us", TaxMode.EXCLUSIVE, "US", "TX", "75001", false, null);
    var exempt = new SaleTerms("us", TaxMode.EXCLUSIVE, null, null, null, true, null);
    var elsewhere = SaleTerms.in("uk", TaxMode.EXCLUSIVE);

    for (var terms : List.of(toTexas, exempt, elsewhere)) {
      assertRefused(sentence, () -> quote.requireCart(draftOrder(terms, "Courier")));
    }
    assertRefused(sentence, () -> quote.requireCart(draftOrder(US, "Post")));
    assertRefused(sentence, () -> quote.requireCart(draftOrder(US, null)));
    assertRefused(sentence, () -> quote.requireCart(cart("Jane")));
  }

  @Test
  void aFullQuoteTakesNoMore() {
    var quote = aQuote().withLines(500).draft();

    assertRefused(
        "The quote already has 500 lines, the most there can be.",
        () -> quote.add(line("Cream"), PRICES, LATER));
  }

  @Test
  void whatIsStoredOfItsLinesIsWhatItHolds() {
    var quote = aQuote().draft();
    var line = firstLine(quote);
    var stored = new StoredQuoteLine(line.id(), "quote");
    stored.become(line, 0);

    quote.takeIn(List.of(stored));

    assertThat(quote.items().lines()).containsExactly(line);
    assertThat(stored.item()).isEqualTo(line);
  }
}
