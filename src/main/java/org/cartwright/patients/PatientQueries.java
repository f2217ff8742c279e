package org.cartwright.patients;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cartwright.patients.api.PatientChart;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.api.PatientSummaryWithMemberships;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The patients of the clinic that is asking, to be read. */
@Service
public class PatientQueries {

  private final PatientRepository patients;
  private final PatientReader reader;

  PatientQueries(PatientRepository patients, PatientReader reader) {
    this.patients = patients;
    this.reader = reader;
  }

  /** Whether a patient, perhaps an archived one, has this external id. */
  @Transactional(readOnly = true)
  public boolean externalIdExists(String externalId) {
    return externalId.indexOf(0) < 0 && patients.existsByExternalId(externalId);
  }

  @Transactional(readOnly = true)
  public PatientChart chart(String id) {
    requirePossible(id);
    return reader.chart(id);
  }

  /**
   * One patient, archived or not.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  public PatientSummary get(String id) {
    requirePossible(id);
    return reader.summary(id);
  }

  /** When a patient was erased; nothing if they were not, or are not there. */
  @Transactional(readOnly = true)
  public Optional<Instant> erasedDate(String id) {
    return Ids.isPossible(id) ? patients.erasedDate(id) : Optional.empty();
  }

  /** Those of these patients that exist, archived ones included, in the order asked for. */
  @Transactional(readOnly = true)
  public List<PatientSummary> all(List<String> ids) {
    return ids.isEmpty() ? List.of() : reader.summaries(ids);
  }

  /** The newest patients, archived ones excepted, that a search means; without a term, any. */
  @Transactional(readOnly = true)
  public List<PatientSummaryWithMemberships> search(@Nullable String term, int atMost) {
    return reader.search(term == null ? "" : term, atMost);
  }

  /** A page of what such a search finds, newest first. */
  @Transactional(readOnly = true)
  public Slice<PatientSummary> found(String term, Paging paging) {
    return reader.found(term, paging);
  }

  private static void requirePossible(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Patient");
    }
  }
}
