package org.cartwright.quotes.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.cartwright.patients.PatientContact;
import org.cartwright.platform.trail.Trail;
import org.cartwright.quotes.QuoteAnswers;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.delivery.PhoneEnding;
import org.cartwright.quotes.delivery.QuoteLinks;
import org.cartwright.quotes.evidence.Acceptance;
import org.cartwright.quotes.evidence.Acceptances;
import org.cartwright.quotes.evidence.ShownQuote;
import org.cartwright.quotes.timeline.QuoteTimeline;
import org.cartwright.quotes.timeline.QuoteTimelineLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody can do who holds a link to a quote. All of it happens in the tenant of the link
 * ({@link org.cartwright.tenancy.CurrentTenant}), in the transaction of whoever calls, or else in
 * one of its own for each call. A transaction that is to take note of something begins as one that
 * writes.
 *
 * <p>A link that never was, one that is dead (its quote withdrawn or run out) and one that is
 * locked (five wrong tries to prove who is asking) lead nowhere, and nobody can tell which it was.
 * Where a link leads on to the quote that took its own one's place, it is still the link in hand
 * that is tried and locked, and the newer quote that is shown and answered.
 */
@Service
public class LinkAccess {

  private final QuoteLinks links;
  private final QuoteAnswers answers;
  private final QuoteViewing viewing;
  private final QuoteTimelineLog events;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;
  private final Clock clock;
  private final KeyedLock turns = new KeyedLock();

  LinkAccess(
      QuoteLinks links,
      QuoteAnswers answers,
      QuoteViewing viewing,
      QuoteTimelineLog events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.links = links;
    this.answers = answers;
    this.viewing = viewing;
    this.events = events;
    writing = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    this.clock = clock;
  }

  /** Where a link leads now; changes nothing. */
  @Transactional(readOnly = true)
  public Optional<LinkVisit> follow(String token) {
    return links.follow(token);
  }

  /**
   * Where the link of a quote leads that was replaced: to the version that was handed out last, on
   * that one's own terms.
   */
  @Transactional(readOnly = true)
  public Optional<LinkVisit> followToNewest(String token) {
    return links.followToNewest(token);
  }

  /**
   * Notes that a person, not a mail scanner, opened a link; only the first time counts, and only of
   * a quote that is open.
   */
  @Transactional
  public void opened(LinkVisit visit) {
    var now = clock.instant();
    if (visit.isFirst() && visit.standing() == LinkVisit.Standing.OPEN && links.open(visit, now)) {
      events.note(
          visit.quoteId(), QuoteTimeline.Type.OPENED, QuoteTimeline.Actor.PATIENT, null, now);
    }
  }

  /**
   * Checks what somebody says to prove who they are. Of many who say something at once each waits
   * for the one before, so that no more wrong tries are looked at than the link stands, and a right
   * one is never taken for wrong because of its company.
   *
   * <p>Never within a transaction: whoever waits here is to hold no connection.
   *
   * @param said a date of birth as {@code yyyy-MM-dd}, or four digits; anything else is wrong
   * @return whether it was right; never when nothing is asked for or the link leads nowhere any
   *     more
   */
  @Transactional(propagation = Propagation.NEVER)
  public boolean confirm(LinkVisit visit, String said) {
    return turns.take(visit.linkId(), () -> writing.execute(status -> tried(visit, said)));
  }

  private boolean tried(LinkVisit visit, String said) {
    var stood = links.lockForTry(visit);
    if (stood.isEmpty()) {
      return false;
    }
    return isRight(visit, said) ? verified(visit) : wrong(visit, stood.get());
  }

  private boolean isRight(LinkVisit visit, String said) {
    var patient = viewing.patientOf(visit.quoteId());
    return switch (visit.challenge()) {
      case NONE -> false;
      case DATE_OF_BIRTH -> patient.filter(p -> wasBornOn(p, said)).isPresent();
      case PHONE_ENDING -> patient.filter(p -> PhoneEnding.is(p.phoneNumber(), said)).isPresent();
    };
  }

  private static boolean wasBornOn(PatientContact patient, String said) {
    var born = patient.dateOfBirth();
    return born != null
        && MessageDigest.isEqual(
            born.toString().getBytes(StandardCharsets.UTF_8),
            said.strip().getBytes(StandardCharsets.UTF_8));
  }

  private boolean verified(LinkVisit visit) {
    events.note(
        visit.quoteId(),
        QuoteTimeline.Type.VERIFIED,
        QuoteTimeline.Actor.PATIENT,
        null,
        clock.instant());
    return true;
  }

  private boolean wrong(LinkVisit visit, int stoodBefore) {
    links.countTry(visit.linkId());
    Trail.changed("quote_link", visit.linkId(), "tries");
    Trail.changed("quote", visit.quoteId());
    if (stoodBefore + 1 == QuoteLinks.TRIES) {
      events.note(
          visit.quoteId(),
          QuoteTimeline.Type.LOCKED,
          QuoteTimeline.Actor.SERVICE,
          null,
          clock.instant());
    }
    return false;
  }

  /**
   * What the quote says.
   *
   * @param isView whether a person looks at it, who has opened the link with that, and which makes
   *     a sent quote a viewed one
   * @throws org.cartwright.platform.errors.Missing if it was withdrawn since the link was followed
   */
  public ShownQuote show(LinkVisit visit, boolean isView) {
    Trail.shows("quote", visit.quoteId());
    return isView
        ? writing.execute(status -> seen(visit))
        : reading.execute(status -> viewing.shown(visit.quoteId()));
  }

  private ShownQuote seen(LinkVisit visit) {
    if (!visit.isUnseen()) {
      opened(visit);
      return viewing.shown(visit.quoteId());
    }
    // The quote before the link, which whoever withdraws the quote ends with both locked.
    return viewing.viewed(visit.quoteId(), () -> opened(visit));
  }

  /**
   * Takes the patient's answer, keeps the evidence, and tells the desk. The same answer again
   * changes nothing.
   *
   * @throws org.cartwright.platform.errors.Conflict if it was answered otherwise, is no longer
   *     open, or is not what was shown
   */
  @Transactional
  public ShownQuote answer(LinkVisit visit, PatientAnswer answer) {
    return answers.answered(
        visit.quoteId(),
        new QuoteAnswers.Answer(answer.accepts(), answer.message(), null, answer.shown()),
        new Acceptances.Circumstances(
            verification(answer.verification()),
            answer.networkAddress(),
            answer.userAgent(),
            answer.language()));
  }

  private static Acceptance.Verification verification(LinkVisit.Challenge passed) {
    return switch (passed) {
      case NONE -> Acceptance.Verification.NONE;
      case DATE_OF_BIRTH -> Acceptance.Verification.DATE_OF_BIRTH;
      case PHONE_ENDING -> Acceptance.Verification.PHONE_ENDING;
    };
  }
}
