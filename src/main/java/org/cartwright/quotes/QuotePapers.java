package org.cartwright.quotes;

import java.time.Clock;
import org.cartwright.documents.Logo;
import org.cartwright.documents.Pdf;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.Patients;
import org.cartwright.platform.errors.Missing;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints quotes. */
@Service
class QuotePapers {

  private final LockedQuotes quotes;
  private final Acceptances acceptances;
  private final Patients patients;
  private final Tenants tenants;
  private final TenantLogos logos;
  private final Clock clock;

  QuotePapers(
      LockedQuotes quotes,
      Acceptances acceptances,
      Patients patients,
      Tenants tenants,
      TenantLogos logos,
      Clock clock) {
    this.quotes = quotes;
    this.acceptances = acceptances;
    this.patients = patients;
    this.tenants = tenants;
    this.logos = logos;
    this.clock = clock;
  }

  /**
   * A quote as a PDF. Once it is accepted, every page carries the hash of what was accepted.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  byte[] print(String id) {
    var quote = quotes.read(id);
    var clinic = tenants.current();
    var patient = patients.contact(quote.patientId()).map(PatientContact::fullName).orElse("");
    var paper =
        new QuotePaper(
            ShownQuote.of(quote, patient, clinic.figures().currency(), clock.instant()),
            acceptances.of(quote).orElse(null),
            clinic);
    return Pdf.render(paper.printed(logos.current().map(Logo::of).orElse(null)));
  }
}
