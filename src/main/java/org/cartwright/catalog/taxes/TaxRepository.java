package org.cartwright.catalog.taxes;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaxRepository extends Repository<Tax, String> {

  /** A tax of no market that is not archived: an archived one cannot be changed any more. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select t from Tax t where t.id = :id and t.marketId is null and not t.isArchived")
  Optional<Tax> lock(String id);

  /** The same of a market. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select t from Tax t where t.id = :id and t.marketId = :marketId and not t.isArchived")
  Optional<Tax> lock(String marketId, String id);
}
