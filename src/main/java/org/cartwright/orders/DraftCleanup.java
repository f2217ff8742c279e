package org.cartwright.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.cartwright.carts.drafts.IdleDraftCarts;
import org.cartwright.platform.scheduling.FailureBackoff;
import org.cartwright.platform.transactions.ConnectionShares;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes drafts for good that nobody has changed for some days, each as {@link Drafts#delete}
 * does. They are taken in small batches, each a transaction of its own, so nobody waits long. What
 * a quote holds, somebody is changing just then, or is about somebody who was erased is left alone;
 * one that cannot be deleted never stops the others, see {@link FailureBackoff}.
 */
@Service
public class DraftCleanup {

  private static final int BATCH = 50;

  private final IdleDraftCarts idle;
  private final DraftBook book;
  private final ConnectionShares shares;
  private final TransactionTemplate transaction;
  private final TransactionTemplate reading;
  private final FailureBackoff backoff;
  private final Clock clock;

  DraftCleanup(
      IdleDraftCarts idle,
      DraftBook book,
      ConnectionShares shares,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.idle = idle;
    this.book = book;
    this.shares = shares;
    transaction = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    backoff = new FailureBackoff("The cleanup of draft", clock);
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param deleted how many drafts are gone
   * @param left how many are still there that nobody has changed for so many days
   */
  public record Outcome(long deleted, long left) {}

  /** How many drafts there are that nobody has changed for so many days. */
  public long count(int days) {
    return reading.execute(status -> idle.count(since(days)));
  }

  /**
   * Deletes the drafts that nobody has changed for so many days, outside of any joint transaction.
   * Where the database is away it fails, and what was deleted until then is gone; asked again it
   * goes on.
   */
  public Outcome delete(int days) {
    return shares.inBatches(CurrentTenant.id(), () -> deleteAll(days));
  }

  private Outcome deleteAll(int days) {
    var since = since(days);
    long deleted = 0;
    List<String> batch;
    do {
      batch = new ArrayList<>();
      deleted += deleteOldest(since, batch);
    } while (batch.size() == BATCH);
    return new Outcome(deleted, reading.execute(status -> idle.count(since)));
  }

  /**
   * Deletes some together; what spoils that is found by going through them one by one.
   *
   * @param batch is filled with the ids of those that were tried
   * @return how many were deleted
   */
  private long deleteOldest(Instant since, List<String> batch) {
    var resting = backoff.resting(CurrentTenant.id());
    try {
      transaction.executeWithoutResult(
          status -> {
            batch.addAll(idle.lockOldest(since, resting, BATCH));
            batch.forEach(this::erase);
          });
      return batch.size();
    } catch (RuntimeException spoiled) {
      if (batch.isEmpty()) {
        throw spoiled;
      }
    }
    var deleted = new AtomicLong();
    for (var id : batch) {
      backoff.attempt(
          CurrentTenant.id(),
          id,
          () ->
              transaction.executeWithoutResult(
                  status -> {
                    if (idle.lock(id, since)) {
                      erase(id);
                      deleted.incrementAndGet();
                    }
                  }));
    }
    return deleted.get();
  }

  private void erase(String id) {
    book.erase(book.lock(id), clock.instant());
  }

  private Instant since(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }
}
