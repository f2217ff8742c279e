package org.cartwright.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.cartwright.carts.reading.IdleDraftCarts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes drafts for good that nobody has changed for some days, each as {@link Drafts#delete}
 * does. They are taken in small batches, each a transaction of its own, so nobody waits long. What
 * a quote holds or somebody is changing just then is left alone.
 */
@Service
public class DraftCleanup {

  private static final int BATCH = 50;

  private final IdleDraftCarts idle;
  private final DraftBook book;
  private final TransactionTemplate transaction;
  private final TransactionTemplate reading;
  private final Clock clock;

  DraftCleanup(
      IdleDraftCarts idle, DraftBook book, PlatformTransactionManager transactions, Clock clock) {
    this.idle = idle;
    this.book = book;
    transaction = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    this.clock = clock;
  }

  /** How many drafts there are that nobody has changed for so many days. */
  public long count(int days) {
    return reading.execute(status -> idle.count(since(days)));
  }

  /**
   * Deletes the drafts that nobody has changed for so many days.
   *
   * @return how many were deleted
   */
  public long delete(int days) {
    var since = since(days);
    long deleted = 0;
    int batch;
    do {
      batch = transaction.execute(status -> deleteOldest(since));
      deleted += batch;
    } while (batch == BATCH);
    return deleted;
  }

  private int deleteOldest(Instant since) {
    var now = clock.instant();
    var ids = idle.lockOldest(since, BATCH);
    ids.forEach(id -> book.erase(book.lock(id), now));
    return ids.size();
  }

  private Instant since(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }
}
