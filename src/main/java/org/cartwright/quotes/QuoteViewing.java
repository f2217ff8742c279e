package org.cartwright.quotes;

import java.time.Clock;
import java.util.List;
import org.cartwright.carts.QuoteStatus;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows quotes as patients see them, and the staff what happened to them. */
@Service
class QuoteViewing {

  private final LockedQuotes locked;
  private final Quotes quotes;
  private final QuoteDocuments documents;
  private final QuoteEvents events;
  private final QuoteLinks links;
  private final Clock clock;

  QuoteViewing(
      LockedQuotes locked,
      Quotes quotes,
      QuoteDocuments documents,
      QuoteEvents events,
      QuoteLinks links,
      Clock clock) {
    this.locked = locked;
    this.quotes = quotes;
    this.documents = documents;
    this.events = events;
    this.links = links;
    this.clock = clock;
  }

  /** A quote as its patient would see it, for the staff; changes nothing. */
  @Transactional(readOnly = true)
  PublicQuoteView preview(String id) {
    return PublicQuoteView.of(documents.get(id));
  }

  /**
   * A quote for the patient in front of a clinic's own portal.
   *
   * @param isView whether the patient looks at it, which makes a sent quote a viewed one
   * @throws Missing if there is none with this id, or the patient does not have it: it is a draft,
   *     or ran out as one
   */
  @Transactional
  PublicQuoteView show(String id, boolean isView) {
    var quote = documents.get(id);
    if (!wasHandedOut(quote)) {
      throw Missing.a("Quote");
    }
    if (isView && quote.status() == QuoteStatus.SENT) {
      return PublicQuoteView.of(quotes.stored(viewed(id)));
    }
    return PublicQuoteView.of(quote);
  }

  /**
   * The lines of a quote with their ids.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  List<QuoteLine> lines(String id) {
    return locked.read(id).items().lines().stream().map(QuoteLine::of).toList();
  }

  /**
   * What happened to a quote.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  QuoteTimeline timeline(String id) {
    var quote = locked.read(id);
    return new QuoteTimeline(
        id, events.of(id), quote.answer().map(QuoteViewing::answer).orElse(null));
  }

  private static QuoteTimeline.PatientsAnswer answer(GivenAnswer given) {
    return new QuoteTimeline.PatientsAnswer(
        given.answer(),
        given.answerMessage(),
        given.preferredPaymentMethodId(),
        given.respondedDate());
  }

  private boolean wasHandedOut(QuoteDetail quote) {
    return switch (quote.status()) {
      case DRAFT -> false;
      case EXPIRED -> links.areThere(quote.id());
      case SENT, VIEWED, ACCEPTED, DECLINED, CONVERTED -> true;
    };
  }

  /** Takes note that the patient looks at a quote; only the first time counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  Quote viewed(String id) {
    var quote = locked.lock(id).quote();
    view(quote);
    return quote;
  }

  /** Takes note that the patient looks at a quote that is locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  void view(Quote quote) {
    var now = clock.instant();
    if (quote.view(now)) {
      events.note(quote.id(), QuoteTimeline.Type.VIEWED, QuoteTimeline.Actor.PATIENT, null, now);
    }
  }
}
