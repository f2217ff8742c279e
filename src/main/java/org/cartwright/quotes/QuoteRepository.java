package org.cartwright.quotes;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuoteRepository extends Repository<Quote, String> {

  /** Of which cart a quote is; that never changes. */
  @Query("select q.cartId from Quote q where q.id = :id")
  Optional<String> cartOf(String id);

  /** Whose quote it is; that never changes. */
  @Query("select q.patientId from Quote q where q.id = :id")
  Optional<String> patientOf(String id);

  /** The quote, locked; its cart was locked before. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select q from Quote q where q.id = :id")
  Optional<Quote> lock(String id);

  /** A quote that this transaction has locked, without asking for it again. */
  Optional<Quote> findById(String id);

  /** The quote as it is. */
  @Query("select q from Quote q where q.id = :id")
  Optional<Quote> find(String id);

  /** The lines of a quote, in served order. */
  @Query("select l from StoredQuoteLine l where l.quoteId = :quoteId order by l.position")
  List<StoredQuoteLine> linesOf(String quoteId);

  /** The same, as long as that version of the quote is the one that is stored; else none. */
  @Query(
      "select l from StoredQuoteLine l join Quote q on q.id = l.quoteId and q.version = :version"
          + " where l.quoteId = :quoteId order by l.position")
  List<StoredQuoteLine> linesOfVersion(String quoteId, long version);

  /** Which version of a quote is stored. */
  @Query("select q.version from Quote q where q.id = :id")
  long versionOf(String id);

  /** The drafts of a cart that wait to be sent, but for one, locked; the next to be sent first. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select q from Quote q where q.cartId = :cart and q.id <> :but and q.status = DRAFT"
          + " and q.delivery.scheduled.scheduledDate is not null order by q.delivery.scheduled.scheduledDate, q.id")
  List<Quote> lockWaiting(String cart, String but);

  /** The drafts of a cart but for one, locked. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select q from Quote q where q.cartId = :cart and q.id <> :but and q.status = DRAFT order by q.id")
  List<Quote> lockDrafts(String cart, String but);

  /**
   * What stands in the way of sending a quote, locked: those of its cart that are stored as with
   * the patient or accepted, and the one it supersedes, if that is a quote of the same cart.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select q from Quote q where q.cartId = :cart and q.id <> :quote"
          + " and (q.status in (SENT, VIEWED, ACCEPTED) or q.id = :superseded) order by q.id")
  List<Quote> lockRivals(String cart, String quote, @Nullable String superseded);
}
