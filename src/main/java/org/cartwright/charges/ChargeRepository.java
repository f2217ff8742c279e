package org.cartwright.charges;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChargeRepository extends Repository<Charge, String> {

  /** The charge, locked: whoever writes in its ledger comes through here first. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Charge c where c.id = :id")
  Optional<Charge> lock(String id);
}
