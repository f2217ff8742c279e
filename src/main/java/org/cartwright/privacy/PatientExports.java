package org.cartwright.privacy;

import java.time.Clock;
import java.util.List;
import org.cartwright.patients.Patients;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalRows;
import org.cartwright.privacy.api.PatientExport;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out everything that is held about a patient of the clinic that is asking. */
@Service
public class PatientExports {

  private final Patients patients;
  private final List<PersonalDataHolder> holders;
  private final PersonalRows rows;
  private final Clock clock;

  PatientExports(
      Patients patients, List<PersonalDataHolder> holders, PersonalRows rows, Clock clock) {
    this.patients = patients;
    this.holders = holders;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Everything held about a patient, even an archived one, as of one moment.
   *
   * @throws Missing if there is no such patient
   */
  @Transactional(readOnly = true)
  public PatientExport of(String patientId) {
    if (patients.contact(patientId).isEmpty()) {
      throw Missing.a("Patient");
    }
    var person = rows.person(CurrentTenant.id(), patientId, holders);
    var sections =
        holders.stream()
            .flatMap(holder -> holder.tables().stream())
            .map(table -> new PatientExport.Section(table.section(), rows.of(person, table)))
            .toList();
    return new PatientExport(patientId, clock.instant(), sections);
  }
}
