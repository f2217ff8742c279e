package org.cartwright.console.quote;

import java.util.Map;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.lines.DeskLimits;
import org.cartwright.console.lines.Giving;
import org.cartwright.console.lines.LimitRefusal;
import org.cartwright.quotes.QuoteAnswers;
import org.cartwright.quotes.QuoteConversion;
import org.cartwright.quotes.QuoteRevision;
import org.cartwright.quotes.QuoteSending;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.quotes.Quotes;
import org.cartwright.quotes.api.ConvertQuoteToChargeRequest;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.SendQuoteRequest;
import org.cartwright.quotes.timeline.QuoteTimeline;
import org.cartwright.staff.DeskRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done about a quote once it is made; each of these is one transaction. */
@Service
class QuoteDesk {

  private static final int LONGEST_WORDS = 2_000;

  private final Quotes quotes;
  private final QuoteSending sending;
  private final QuoteConversion conversion;
  private final QuoteAnswers answers;
  private final QuoteRevision revision;
  private final QuoteViewing viewing;

  QuoteDesk(
      Quotes quotes,
      QuoteSending sending,
      QuoteConversion conversion,
      QuoteAnswers answers,
      QuoteRevision revision,
      QuoteViewing viewing) {
    this.quotes = quotes;
    this.sending = sending;
    this.conversion = conversion;
    this.answers = answers;
    this.revision = revision;
    this.viewing = viewing;
  }

  /**
   * Turns an accepted quote into a charge.
   *
   * @return its id
   */
  @Transactional
  public String charge(String quoteId) {
    return conversion.convert(ConvertQuoteToChargeRequest.of(quoteId)).id();
  }

  /** Which sendings were seen: others once it was sent, set to be sent later, or taken back. */
  static String seen(QuoteTimeline happened) {
    return Long.toString(
        happened.count(
            QuoteTimeline.Type.SENT, QuoteTimeline.Type.SCHEDULED, QuoteTimeline.Type.WITHDRAWN));
  }

  /**
   * Sends a quote that is being prepared, or once more if it is with the patient.
   *
   * @throws Stale if it was sent or taken back since it was seen: a form that is sent twice sends
   *     once, and what a colleague took back stays so
   */
  @Transactional
  public QuoteDetail sendAgain(String quoteId, Typed edit) {
    quotes.held(quoteId);
    if (!seen(viewing.timeline(quoteId)).equals(edit.seen())) {
      throw new Stale();
    }
    return sending.send(letter(quoteId, edit));
  }

  /**
   * Sends a quote at once that waits for its time, with the words that were written for it.
   *
   * @throws Stale if it does not wait any more
   */
  @Transactional
  public QuoteDetail sendAtOnce(String quoteId) {
    quotes.held(quoteId);
    var waiting = sending.waiting(quoteId).orElseThrow(Stale::new);
    return sending.send(
        new SendQuoteRequest(quoteId, waiting.method().name(), waiting.message(), null));
  }

  /**
   * Takes a quote back: from the patient if the role may, and from waiting to be sent in any, since
   * nobody has seen it then.
   *
   * @throws NotTaken if the patient has it and the role may not
   */
  @Transactional
  public QuoteDetail withdraw(String quoteId, DeskRole role, Typed edit) {
    if (!role.mayWithdrawQuotes() && quotes.held(quoteId).status().isWithPatient()) {
      throw edit.forbidden(Map.of("withdraw", "problem.withdraw"));
    }
    return sending.withdraw(quoteId);
  }

  /**
   * Takes down what a patient answers who says so to the desk.
   *
   * @throws NotTaken without words on what was said, and how
   */
  @Transactional
  public void takeDown(
      String quoteId, Typed typed, @Nullable String networkAddress, @Nullable String browser) {
    var words = typed.field("message", "");
    var answer = typed.field("answer", "");
    if (words.isEmpty() || words.length() > LONGEST_WORDS) {
      throw typed.problem(
          Map.of("message", words.isEmpty() ? "quote.problem.words" : "problem.long"));
    }
    if (!answer.equals("accept") && !answer.equals("decline")) {
      throw typed.problem(Map.of("message", "quote.problem.answer"));
    }
    answers.takeDown(
        quoteId,
        new QuoteAnswers.Answer(answer.equals("accept"), words, null, typed.field("shown", "")),
        networkAddress,
        browser);
  }

  /**
   * Makes a new draft that is to take the place of a quote.
   *
   * @return its id
   * @throws LimitRefusal if a discount is more of what it comes to today than the role may give
   */
  @Transactional
  public String revise(String quoteId, Typed typed, DeskRole role) {
    var isToday = typed.field("prices", "").equals(QuoteRevision.PriceChoice.TODAY.name());
    quotes.held(quoteId);
    var before = Giving.byPlace(viewing.explain(quoteId));
    var revised =
        revision
            .revise(
                quoteId,
                new QuoteRevision.Wanted(
                    isToday ? QuoteRevision.PriceChoice.TODAY : QuoteRevision.PriceChoice.SAME))
            .id();
    DeskLimits.checkAll(role, before, Giving.byPlace(viewing.explain(revised)));
    return revised;
  }

  /** How a quote is to be sent, as it was chosen and written. */
  static SendQuoteRequest letter(String quoteId, Typed edit) {
    return new SendQuoteRequest(
        quoteId,
        "sms".equals(edit.field("method", "")) ? "sms" : "email",
        edit.orNone("message"),
        null);
  }
}
