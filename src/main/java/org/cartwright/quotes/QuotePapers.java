package org.cartwright.quotes;

import java.time.Clock;
import java.util.Optional;
import org.cartwright.documents.Logo;
import org.cartwright.documents.Pdf;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.Patients;
import org.cartwright.platform.errors.Missing;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints quotes. */
@Service
class QuotePapers {

  private final LockedQuotes quotes;
  private final Acceptances acceptances;
  private final Patients patients;
  private final Tenants tenants;
  private final TenantLogos logos;
  private final TransactionTemplate reading;
  private final Clock clock;

  QuotePapers(
      LockedQuotes quotes,
      Acceptances acceptances,
      Patients patients,
      Tenants tenants,
      TenantLogos logos,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.quotes = quotes;
    this.acceptances = acceptances;
    this.patients = patients;
    this.tenants = tenants;
    this.logos = logos;
    this.clock = clock;
    reading = LockedQuotes.readingIn(transactions);
  }

  /**
   * A quote as a PDF. Once it is accepted, every page carries the hash of what was accepted.
   *
   * @throws Missing if there is none with this id
   */
  byte[] print(String id) {
    return reading.execute(status -> read(id)).printed();
  }

  /**
   * All that is to be printed of a quote, as of one moment.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  Read read(String id) {
    return new Read(paper(id), logos.current());
  }

  private QuotePaper paper(String id) {
    var quote = quotes.read(id);
    var clinic = tenants.current();
    var patient = patients.contact(quote.patientId()).map(PatientContact::fullName).orElse("");
    return new QuotePaper(
        quote.shown(patient, clinic.figures().currency(), clock.instant()),
        acceptances.of(id, quote::content).orElse(null),
        clinic);
  }

  /** What was read in order to print, which is done without a connection waiting for it. */
  record Read(QuotePaper paper, Optional<byte[]> logo) {

    /** The PDF. */
    byte[] printed() {
      return Pdf.render(paper.printed(logo.flatMap(Logo::kept).orElse(null)), CurrentTenant.id());
    }
  }
}
