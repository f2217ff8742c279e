package org.cartwright.quotes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cartwright.carts.api.CartExplanation;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.Patients;
import org.cartwright.platform.errors.Missing;
import org.cartwright.quotes.api.PublicQuoteView;
import org.cartwright.quotes.api.QuoteLine;
import org.cartwright.quotes.delivery.QuoteFacts;
import org.cartwright.quotes.delivery.QuoteLinks;
import org.cartwright.quotes.evidence.Acceptance;
import org.cartwright.quotes.evidence.Acceptances;
import org.cartwright.quotes.evidence.QuoteContent;
import org.cartwright.quotes.evidence.ShownQuote;
import org.cartwright.quotes.reading.QuoteQueries;
import org.cartwright.quotes.state.GivenAnswer;
import org.cartwright.quotes.timeline.QuoteTimeline;
import org.cartwright.quotes.timeline.QuoteTimelineLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows quotes as patients see them, and the staff what happened to them. */
@Service
public class QuoteViewing {

  private final QuoteBook book;
  private final QuoteRepository repository;
  private final Quotes quotes;
  private final QuoteQueries queries;
  private final QuoteTimelineLog events;
  private final QuoteLinks links;
  private final Acceptances acceptances;
  private final Patients patients;
  private final Clock clock;

  QuoteViewing(
      QuoteBook book,
      QuoteRepository repository,
      Quotes quotes,
      QuoteQueries queries,
      QuoteTimelineLog events,
      QuoteLinks links,
      Acceptances acceptances,
      Patients patients,
      Clock clock) {
    this.book = book;
    this.repository = repository;
    this.quotes = quotes;
    this.queries = queries;
    this.events = events;
    this.links = links;
    this.acceptances = acceptances;
    this.patients = patients;
    this.clock = clock;
  }

  /** A quote as its patient would see it, for the staff; changes nothing. */
  @Transactional(readOnly = true)
  public PublicQuoteView preview(String id) {
    return PublicQuoteView.of(queries.get(id));
  }

  /**
   * A quote for the patient in front of a clinic's own portal.
   *
   * @param isView whether the patient looks at it, which makes a sent quote a viewed one
   * @throws Missing if there is none with this id, or the patient does not have it: it is a draft,
   *     or ran out as one
   */
  @Transactional
  public PublicQuoteView show(String id, boolean isView) {
    var quote = queries.get(id);
    requireHandedOut(id, quote.status());
    if (isView && quote.status() == QuoteStatus.SENT) {
      return PublicQuoteView.of(quotes.stored(seen(id, () -> {})));
    }
    return PublicQuoteView.of(quote);
  }

  /**
   * The lines of a quote with their ids.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  public List<QuoteLine> lines(String id) {
    return book.read(id).items().lines().stream().map(QuoteLine::of).toList();
  }

  /**
   * How every figure of a quote came about.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  public CartExplanation explain(String id) {
    var quote = book.read(id);
    return CartExplanation.of(id, quote.items(), quote.sale());
  }

  /**
   * What happened to a quote.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  public QuoteTimeline timeline(String id) {
    var quote = book.read(id);
    return new QuoteTimeline(
        id, events.of(id), quote.answer().map(QuoteViewing::answer).orElse(null));
  }

  /**
   * How much happened to a quote, for whoever wants to know whether that is more than they saw.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  public int happenings(String id) {
    var count = events.count(id);
    if (count == 0) {
      throw Missing.a("Quote");
    }
    return count;
  }

  private static QuoteTimeline.PatientsAnswer answer(GivenAnswer given) {
    return new QuoteTimeline.PatientsAnswer(
        given.answer(),
        given.answerMessage(),
        given.preferredPaymentMethodId(),
        given.respondedDate());
  }

  /**
   * The hash of what a quote says to its patient, for whoever answers it to say what they saw.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  public String hash(String id) {
    return QuoteContent.sha256(QuoteSays.content(book.read(id)).canonical());
  }

  private void requireHandedOut(String id, QuoteStatus present) {
    var wasHandedOut =
        switch (present) {
          case DRAFT -> false;
          case EXPIRED -> links.areThere(id);
          case SENT, VIEWED, ACCEPTED, DECLINED, CONVERTED -> true;
        };
    if (!wasHandedOut) {
      throw Missing.a("Quote");
    }
  }

  /**
   * A quote as its patient sees it.
   *
   * @throws Missing if there is none with this id, or the patient does not have it any more
   */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public ShownQuote shown(String id) {
    var quote = book.read(id);
    requireHandedOut(id, quote.statusAt(clock.instant()));
    return shown(quote);
  }

  /** A quote that was read or locked, as its patient sees it. */
  @Transactional(propagation = Propagation.MANDATORY)
  ShownQuote shown(Quote quote) {
    return QuoteSays.shown(
        quote, wordsOfThePatient(quote), patients.contact(quote.patientId()), clock.instant());
  }

  /** What stands with an answer that the staff took down is the desk's note, and no word of it. */
  private @Nullable String wordsOfThePatient(Quote quote) {
    return quote
        .answer()
        .map(GivenAnswer::answerMessage)
        .filter(message -> !events.isAnswerTakenDown(quote.id()))
        .orElse(null);
  }

  /**
   * A quote as its patient sees it, who looks at it with that; only the first time counts.
   *
   * @param beforehand done once the quote is locked, before it is looked at
   * @throws Missing if there is none with this id, or it was withdrawn before it was locked
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ShownQuote viewed(String id, Runnable beforehand) {
    return shown(seen(id, beforehand));
  }

  private Quote seen(String id, Runnable beforehand) {
    var quote = book.lock(id).quote();
    requireHandedOut(id, quote.statusAt(clock.instant()));
    beforehand.run();
    book.view(quote, clock.instant());
    return quote;
  }

  /** A quote as its patient sees it, and the evidence that it was accepted, if it was. */
  public record WithAcceptance(ShownQuote shown, Optional<Acceptance> acceptance) {}

  /**
   * What is to be printed of a quote.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public WithAcceptance forPrint(String id) {
    var quote = book.read(id);
    return new WithAcceptance(shown(quote), acceptances.of(id, () -> QuoteSays.content(quote)));
  }

  /**
   * Whether the evidence that a quote was accepted is there and holds.
   *
   * @throws Missing if there is no quote with this id
   */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public boolean isProven(String id) {
    var quote = book.read(id);
    return acceptances.hold(id, () -> QuoteSays.content(quote));
  }

  /** What those who write about it have to know of a quote, which this transaction has locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public QuoteFacts facts(String id) {
    return repository.findById(id).map(QuoteSays::facts).orElseThrow(() -> Missing.a("Quote"));
  }

  /** Whose quote it is. */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public Optional<PatientContact> patientOf(String id) {
    return repository.patientOf(id).flatMap(patients::contact);
  }
}
