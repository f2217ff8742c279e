package org.cartwright.console.patients;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.patients.PatientQueries;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.credit.PatientCredits;
import org.cartwright.patients.notes.QuickNotes;
import org.cartwright.patients.tags.PatientTags;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.trail.Trail;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a patient's page shows, at one moment. */
@Service
class PatientFile {

  static final Paging FEW = new Paging(1, 20);

  private final PatientQueries patients;
  private final PatientCredits credits;
  private final PatientTags tags;
  private final QuickNotes notes;
  private final PatientHistory history;
  private final Providers providers;
  private final Tenants tenants;
  private final Clock clock;

  PatientFile(
      PatientQueries patients,
      PatientCredits credits,
      PatientTags tags,
      QuickNotes notes,
      PatientHistory history,
      Providers providers,
      Tenants tenants,
      Clock clock) {
    this.patients = patients;
    this.credits = credits;
    this.tags = tags;
    this.notes = notes;
    this.history = history;
    this.providers = providers;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * What the page is made of.
   *
   * @param before where the history begins
   * @throws Missing if there is no such patient
   */
  @Transactional(readOnly = true)
  public Map<String, Object> open(String patientId, KeysetPosition before) {
    var patient = patients.get(patientId);
    var tenant = tenants.current();
    var now = clock.instant();
    Trail.shows("patient", patient.id());
    var given = credits.page(patientId, true, true, FEW);
    given.data().forEach(credit -> Trail.shows("patient-credit", credit.id()));
    var written = notes.page(patientId, false, FEW);
    written.data().forEach(note -> Trail.shows("quick-note", note.id()));
    var words = new HashMap<String, Object>();
    words.put(
        "patient",
        PatientSheet.of(
            patient,
            provider(patient.preferredProviderId()),
            tenant,
            LocalDate.ofInstant(now, tenant.timeZone())));
    words.put(
        "credits",
        given.data().stream().map(credit -> PatientSheet.credit(credit, tenant, now)).toList());
    words.put("seenCredit", PatientExtras.seen(given));
    words.put("erased", erased(patient));
    words.put("notes", written.data());
    words.put("history", history.of(patientId, before));
    words.put("tags", tags.active().stream().map(PatientSheet::label).toList());
    return words;
  }

  /** Whoever was erased is archived, too. */
  private @Nullable Instant erased(PatientSummary patient) {
    return Boolean.TRUE.equals(patient.isArchived())
        ? patients.erasedDate(patient.id()).orElse(null)
        : null;
  }

  private @Nullable String provider(@Nullable String id) {
    if (id == null) {
      return null;
    }
    return providers.all(null).stream()
        .filter(it -> it.id().equals(id))
        .map(it -> PatientSheet.joined(it.firstName(), it.lastName()))
        .findFirst()
        .orElse(null);
  }
}
