package org.cartwright.audit.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.cartwright.platform.transactions.JointTransaction;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Has rows that come at the same time put down in one transaction. Whoever hands one in goes on
 * once it is committed, and not before; one that comes while nothing is under way waits for nobody.
 *
 * <p>They are the rows of any clinics, so the connection is of no clinic's share: where it was,
 * those of all waited for one that has none free.
 *
 * <p>If the database does not take one of them, each is put down for itself; if it cannot be
 * reached, or nobody knows what became of the transaction, all of them fail.
 */
@Component
class JointRows {

  /** So many rows, of whatever clinics, are one transaction at most. */
  private static final int MOST_ROWS = 100;

  private final AuditLog log;
  private final ReentrantLock door = new ReentrantLock();

  /** The one that was begun last, unless all are done. */
  private @Nullable Batch last;

  JointRows(AuditLog log) {
    this.log = log;
  }

  /** Rows that are put down together, by the thread that brought the first of them. */
  private static final class Batch {

    private final List<Access> rows = new ArrayList<>();
    private final CompletableFuture<@Nullable RuntimeException> failure = new CompletableFuture<>();
    private boolean isOpen = true;
  }

  /** Puts an access down for good, in no transaction of the caller's. */
  void putDown(Access access) {
    if (JointTransaction.isOpen() || access.things().size() > AuditLog.MOST_THINGS) {
      log.alone(access);
      return;
    }
    Batch before;
    Batch mine;
    door.lock();
    try {
      before = last;
      if (before != null && before.isOpen && before.rows.size() < MOST_ROWS) {
        mine = before;
      } else {
        mine = new Batch();
        last = mine;
      }
      mine.rows.add(access);
    } finally {
      door.unlock();
    }
    if (mine != before) {
      putDown(mine, before);
    }
    var failure = mine.failure.join();
    if (failure instanceof DataIntegrityViolationException && mine.rows.size() > 1) {
      log.alone(access);
    } else if (failure != null) {
      throw failure;
    }
  }

  private void putDown(Batch batch, @Nullable Batch before) {
    if (before != null) {
      before.failure.join();
    }
    close(batch);
    @Nullable RuntimeException failure = new IllegalStateException("It was not put down");
    try {
      CurrentTenant.outside(() -> log.alone(batch.rows));
      failure = null;
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      end(batch);
      batch.failure.complete(failure);
    }
  }

  private void close(Batch batch) {
    door.lock();
    try {
      batch.isOpen = false;
    } finally {
      door.unlock();
    }
  }

  private void end(Batch batch) {
    door.lock();
    try {
      if (last == batch) {
        last = null;
      }
    } finally {
      door.unlock();
    }
  }
}
