package org.cartwright.quotes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.Patients;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The patients' door, as it is. */
@Service
class PatientEntrance implements PatientDoor {

  private final QuoteLinks links;
  private final LockedQuotes locked;
  private final QuoteAnswers answers;
  private final QuoteViewing viewing;
  private final QuotePapers papers;
  private final QuoteEvents events;
  private final Patients patients;
  private final Tenants tenants;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PatientEntrance(
      QuoteLinks links,
      LockedQuotes locked,
      QuoteAnswers answers,
      QuoteViewing viewing,
      QuotePapers papers,
      QuoteEvents events,
      Patients patients,
      Tenants tenants,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.links = links;
    this.locked = locked;
    this.answers = answers;
    this.viewing = viewing;
    this.papers = papers;
    this.events = events;
    this.patients = patients;
    this.tenants = tenants;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Visit> follow(String token) {
    return links.follow(token);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Visit> followToNewest(String token) {
    return links.followToNewest(token);
  }

  @Override
  @Transactional
  public void opened(Visit visit) {
    var now = clock.instant();
    if (links.open(visit.linkId(), now)) {
      events.note(
          visit.quoteId(), QuoteTimeline.Type.OPENED, QuoteTimeline.Actor.PATIENT, null, now);
    }
  }

  /**
   * Counts and commits before it compares: of many tries at the same time no more than the link
   * stands are looked at.
   */
  @Override
  public boolean confirm(Visit visit, String said) {
    var counted = transaction.execute(status -> links.countTry(visit.linkId()));
    if (counted.isEmpty()) {
      return false;
    }
    return transaction.execute(
        status -> isRight(visit, said) ? verified(visit) : wrong(visit, counted.get()));
  }

  private boolean isRight(Visit visit, String said) {
    var quote = locked.read(visit.quoteId());
    var patient = patients.contact(quote.patientId());
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

  private boolean verified(Visit visit) {
    links.uncountTry(visit.linkId());
    events.note(
        visit.quoteId(),
        QuoteTimeline.Type.VERIFIED,
        QuoteTimeline.Actor.PATIENT,
        null,
        clock.instant());
    return true;
  }

  private boolean wrong(Visit visit, int tries) {
    if (tries == QuoteLinks.TRIES) {
      events.note(
          visit.quoteId(),
          QuoteTimeline.Type.LOCKED,
          QuoteTimeline.Actor.SERVICE,
          null,
          clock.instant());
    }
    return false;
  }

  @Override
  @Transactional
  public ShownQuote show(Visit visit, boolean firstView) {
    var id = visit.quoteId();
    return shown(firstView && viewing.isUnseen(id) ? viewing.viewed(id) : locked.read(id));
  }

  @Override
  @Transactional
  public ShownQuote answer(Visit visit, PatientAnswer answer) {
    return shown(
        answers.answered(
            visit.quoteId(),
            new QuoteAnswers.Answer(answer.accepts(), answer.message(), null, answer.shown()),
            new Acceptances.Circumstances(
                Acceptance.Verification.by(answer.verification()),
                answer.networkAddress(),
                answer.userAgent())));
  }

  private ShownQuote shown(Quote quote) {
    var patient = patients.contact(quote.patientId());
    return ShownQuote.of(
        quote,
        patient.map(PatientContact::fullName).orElse(""),
        tenants.current().figures().currency(),
        clock.instant());
  }

  @Override
  public byte[] pdf(Visit visit) {
    return papers.print(visit.quoteId());
  }
}
