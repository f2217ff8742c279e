package org.cartwright.messages.dispatch;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cartwright.messages.Occasion;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface OutgoingMessageRepository extends JpaRepository<OutgoingMessage, String> {

  /** Holds the message until the end of the transaction. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select m from OutgoingMessage m where m.id = :id")
  Optional<OutgoingMessage> lock(String id);

  /** Holds the messages about something that wait to leave. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select m from OutgoingMessage m where m.occasion = :occasion and m.about = :about"
          + " and m.status = WAITING order by m.id")
  List<OutgoingMessage> lockWaiting(Occasion occasion, String about);

  /** Has nobody else try before a moment, if this attempt is still the latest. */
  @Modifying
  @Query(
      "update OutgoingMessage m set m.attemptUntil = :until where m.id = :id"
          + " and m.attempts = :attempt and m.attemptUntil is not null and m.status = WAITING")
  int prolong(String id, int attempt, Instant until);
}
