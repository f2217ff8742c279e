package org.cartwright.quotes.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.carts.api.QuoteStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal says that there is to do instead. */
class QuoteRefusalTests {

  @ParameterizedTest
  @CsvSource({
    "DRAFT, try again.",
    "SENT, withdraw or revise it.",
    "VIEWED, withdraw or revise it.",
    "DECLINED, revise it.",
    "EXPIRED, revise it.",
    "ACCEPTED, convert it.",
    "CONVERTED, its charge is what counts now.",
  })
  void ofAChange(QuoteStatus status, String instead) {
    assertThat(QuoteRefusal.notEditable(status))
        .hasMessage("The quote is " + status + " and cannot be changed; " + instead);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, try again.",
    "SENT, try again.",
    "VIEWED, try again.",
    "DECLINED, revise it and send the revision.",
    "EXPIRED, revise it and send the revision.",
    "ACCEPTED, convert it.",
    "CONVERTED, its charge is what counts now.",
  })
  void ofASending(QuoteStatus status, String instead) {
    assertThat(QuoteRefusal.notSendable(status))
        .hasMessage("The quote is " + status + " and cannot be sent; " + instead);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, send it first.",
    "SENT, try again.",
    "VIEWED, try again.",
    "ACCEPTED, an answer is final.",
    "DECLINED, an answer is final.",
    "CONVERTED, an answer is final.",
    "EXPIRED, revise it and send the revision.",
  })
  void ofAnAnswer(QuoteStatus status, String instead) {
    assertThat(QuoteRefusal.notAnswerable(status))
        .hasMessage("The quote is " + status + " and cannot be answered; " + instead);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, it can be changed as it is.",
    "SENT, try again.",
    "VIEWED, try again.",
    "DECLINED, try again.",
    "EXPIRED, try again.",
    "ACCEPTED, convert it.",
    "CONVERTED, its charge is what counts now.",
  })
  void ofARevision(QuoteStatus status, String instead) {
    assertThat(QuoteRefusal.notRevisable(status))
        .hasMessage("The quote is " + status + " and cannot be revised; " + instead);
  }

  @Test
  void ofEverythingElse() {
    assertThat(QuoteRefusal.notSetByHand(QuoteStatus.SENT))
        .hasMessage(
            "The quote is SENT, and a status is not set by hand; it follows from sending, withdrawing, answering and converting.");
    assertThat(QuoteRefusal.notWithdrawable(QuoteStatus.DRAFT))
        .hasMessage(
            "The quote is DRAFT and cannot be withdrawn; only one that is with the patient or waits to be sent can.");
    assertThat(QuoteRefusal.notConvertible(QuoteStatus.SENT))
        .hasMessage(
            "The quote is SENT and cannot become a charge; only one that the patient accepted can.");
    assertThat(QuoteRefusal.notReplaceable(QuoteStatus.ACCEPTED))
        .hasMessage("The quote that this one revises is ACCEPTED meanwhile; convert that one.");
    assertThat(QuoteRefusal.noSuchMove(QuoteStatus.DRAFT, QuoteStatus.VIEWED))
        .hasMessage("A quote that is DRAFT cannot become VIEWED.");
    assertThat(QuoteRefusal.full())
        .hasMessage("The quote already has 500 lines, the most there can be.");
    assertThat(QuoteRefusal.patientIsArchived())
        .hasMessage("The quote's patient is archived; restore the patient first.");
    assertThat(QuoteRefusal.notWhatWasShown())
        .hasMessage("The quote is not what was shown; look at it again.");
    assertThat(QuoteRefusal.severalLinesHaveIt())
        .hasMessage(
            "Several lines of the quote sell this; name the line by its own id, which the quote's lines tell.");
  }
}
