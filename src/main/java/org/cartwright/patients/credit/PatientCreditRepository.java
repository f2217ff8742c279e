package org.cartwright.patients.credit;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PatientCreditRepository extends Repository<PatientCredit, String> {

  /** A patient's credit; who changes it holds the {@linkplain CreditLedger#lock lock} already. */
  @Query(
      "select c from PatientCredit c where c.id = :id and c.patientId = :patientId"
          + " and c.archivedDate is null")
  Optional<PatientCredit> of(String patientId, String id);
}
