package org.cartwright.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cartwright.patients.Patients;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.privacy.Person;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalRows;
import org.cartwright.platform.trail.Trail;
import org.cartwright.privacy.api.ErasureBlockedBody;
import org.cartwright.privacy.api.PatientErasure;
import org.cartwright.privacy.api.PatientErasureRequest;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases patients: the person goes, the books stay. Ids, amounts, dates and states are as they
 * were; words that may say who somebody was are gone.
 *
 * <p>What belongs to the patient is locked first, the patient last. So whoever writes about them at
 * the same time is done before, which is seen here, or finds them erased.
 */
@Service
public class PatientErasures {

  private final Patients patients;
  private final List<PersonalDataHolder> holders;
  private final PersonalRows rows;
  private final ErasureRecords records;
  private final Clock clock;

  PatientErasures(
      Patients patients,
      List<PersonalDataHolder> holders,
      PersonalRows rows,
      ErasureRecords records,
      Clock clock) {
    this.patients = patients;
    this.holders = holders;
    this.rows = rows;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Erases a patient for good. Of one who was erased before it is told when that was.
   *
   * @throws Missing if there is no such patient
   * @throws InvalidRequest if another patient is confirmed
   * @throws ErasureRefusal if something has to be settled first
   */
  @Transactional
  public PatientErasure erase(String patientId, PatientErasureRequest wanted) {
    if (patients.contact(patientId).isEmpty()) {
      throw Missing.a("Patient");
    }
    if (!wanted.confirmedPatientId().equals(patientId)) {
      throw new InvalidRequest(
          Violation.inBody("this is not the patient of the path", "confirmedPatientId"));
    }
    rows.lock(CurrentTenant.id(), patientId, holders);
    patients.lockForErasure(patientId);
    return records.of(patientId).orElseGet(() -> erased(patientId, wanted.reason()));
  }

  private PatientErasure erased(String patientId, String reason) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var person = rows.person(CurrentTenant.id(), patientId, holders);
    requireSettled(person, now);
    for (var holder : holders) {
      holder.erase(person, now);
      holder.tables().forEach(table -> rows.erase(person, table, now));
    }
    var erasure = new PatientErasure(patientId, now, Caller.current().keyId(), reason);
    records.write(erasure);
    patients.erased(patientId);
    Trail.changed("patient", patientId, "erased");
    return erasure;
  }

  private void requireSettled(Person person, Instant now) {
    var blockers =
        holders.stream()
            .flatMap(holder -> holder.unsettled().stream())
            .map(
                what ->
                    new ErasureBlockedBody.Blocker(
                        what.code(), what.advice(), rows.unsettled(person, what, now)))
            .filter(blocker -> !blocker.ids().isEmpty())
            .toList();
    if (!blockers.isEmpty()) {
      throw new ErasureRefusal(blockers);
    }
  }
}
