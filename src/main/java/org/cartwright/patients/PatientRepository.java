package org.cartwright.patients;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PatientRepository extends JpaRepository<Patient, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Patient p where p.id = :id")
  Optional<Patient> lock(String id);

  /** Locks in the order of ids, so that two who lock many do not wait for each other. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Patient p where p.id in :ids order by p.id")
  List<Patient> lockAll(Collection<String> ids);

  @Query(
      "select new org.cartwright.patients.PatientContact(p.id, p.firstName, p.lastName, p.preferredName, p.email,"
          + " p.phoneNumber, p.dateOfBirth, p.language) from Patient p where p.id = :id")
  Optional<PatientContact> contact(String id);

  @Query("select p.erasedDate from Patient p where p.id = :id")
  Optional<Instant> erasedDate(String id);

  @Query("select p.id from Patient p where p.externalId = :externalId")
  Optional<String> idByExternalId(String externalId);

  boolean existsByExternalId(String externalId);
}
