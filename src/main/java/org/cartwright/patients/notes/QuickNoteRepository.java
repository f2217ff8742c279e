package org.cartwright.patients.notes;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuickNoteRepository extends Repository<QuickNote, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select n from QuickNote n where n.id = :id")
  Optional<QuickNote> lock(String id);
}
