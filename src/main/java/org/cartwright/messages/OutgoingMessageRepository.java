package org.cartwright.messages;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface OutgoingMessageRepository extends JpaRepository<OutgoingMessage, String> {

  /** Holds the message until the end of the transaction. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select m from OutgoingMessage m where m.id = :id")
  Optional<OutgoingMessage> lock(String id);
}
