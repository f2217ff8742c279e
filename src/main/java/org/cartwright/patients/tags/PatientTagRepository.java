package org.cartwright.patients.tags;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PatientTagRepository extends JpaRepository<PatientTag, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select t from PatientTag t where t.id = :id")
  Optional<PatientTag> lock(String id);
}
