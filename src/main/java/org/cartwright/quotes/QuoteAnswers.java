package org.cartwright.quotes;

import java.time.Clock;
import org.cartwright.platform.errors.Missing;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.QuoteResponse;
import org.cartwright.quotes.evidence.Acceptance;
import org.cartwright.quotes.evidence.Acceptances;
import org.cartwright.quotes.evidence.QuoteContent;
import org.cartwright.quotes.evidence.ShownQuote;
import org.cartwright.quotes.state.QuoteRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes patients' answers: the quote and its cart move, the evidence is kept, and whoever made the
 * quote is told, all in one transaction. Shows the evidence that was kept.
 */
@Service
public class QuoteAnswers {

  private final QuoteBook book;
  private final Quotes quotes;
  private final QuoteViewing viewing;
  private final Acceptances acceptances;
  private final Clock clock;

  QuoteAnswers(
      QuoteBook book, Quotes quotes, QuoteViewing viewing, Acceptances acceptances, Clock clock) {
    this.book = book;
    this.quotes = quotes;
    this.viewing = viewing;
    this.acceptances = acceptances;
    this.clock = clock;
  }

  /**
   * Takes an answer that came with the clinic's key. The same answer again changes nothing.
   *
   * @throws QuoteRefusal if it was answered otherwise, or cannot be answered
   */
  @Transactional
  public QuoteDetail take(QuoteResponse response, Acceptances.Circumstances circumstances) {
    var quote =
        answer(
            response.quoteId(),
            new Answer(
                response.accepts(), response.message(), response.preferredPaymentMethodId(), null),
            circumstances);
    return quotes.stored(quote);
  }

  /**
   * Takes an answer that somebody of the clinic's staff took down for the patient. The same answer
   * again changes nothing.
   *
   * @throws QuoteRefusal if it was answered otherwise, cannot be answered, or is not what was shown
   */
  @Transactional
  public QuoteDetail takeDown(
      String quoteId, Answer answer, @Nullable String networkAddress, @Nullable String userAgent) {
    return quotes.stored(
        answer(
            quoteId,
            answer,
            new Acceptances.Circumstances(
                Acceptance.Verification.STAFF, networkAddress, userAgent, null)));
  }

  /**
   * An answer.
   *
   * @param shown the hash of the content that was shown, if it is known
   */
  public record Answer(
      boolean accepts,
      @Nullable String message,
      @Nullable String preferredPaymentMethodId,
      @Nullable String shown) {}

  /**
   * Answers a quote for its patient, who sees it afterwards.
   *
   * @throws QuoteRefusal if it was answered otherwise, cannot be answered, or is not what was shown
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ShownQuote answered(
      String quoteId, Answer answer, Acceptances.Circumstances circumstances) {
    return viewing.shown(answer(quoteId, answer, circumstances));
  }

  private Quote answer(String quoteId, Answer answer, Acceptances.Circumstances circumstances) {
    var held = book.lock(quoteId);
    var now = clock.instant();
    var quote = held.quote();
    if (!quote.mayAnswer(answer.accepts(), now)) {
      return quote;
    }
    if (answer.shown() != null
        && !answer.shown().equals(QuoteContent.sha256(QuoteSays.content(quote).canonical()))) {
      throw QuoteRefusal.notWhatWasShown();
    }
    if (answer.accepts()) {
      held.cart().accept(now);
      acceptances.keep(QuoteSays.content(quote), circumstances, now);
    } else {
      held.cart().reject(now);
    }
    book.answer(quote, answer.accepts(), answer.message(), answer.preferredPaymentMethodId(), now);
    return quote;
  }

  /**
   * The evidence that a quote was accepted, checked anew.
   *
   * @throws Missing if there is no such quote, or it was not accepted
   */
  @Transactional(readOnly = true)
  public Acceptance acceptance(String quoteId) {
    var quote = book.read(quoteId);
    return acceptances
        .of(quoteId, () -> QuoteSays.content(quote))
        .orElseThrow(() -> Missing.a("Acceptance"));
  }
}
