package org.cartwright.orders.fulfilment;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FulfilmentServiceRepository extends Repository<FulfilmentService, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select s from FulfilmentService s where s.id = :id and s.marketId = :marketId and s.archivedDate is null")
  Optional<FulfilmentService> lock(String marketId, String id);
}
