package org.cartwright.platform.transactions;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is to be done once something has come true. */
public final class AfterCommit {

  private AfterCommit() {}

  /**
   * Does something once the current transaction is committed, with the whole of which it may be a
   * part; at once if there is none.
   */
  public static void run(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      unlessJoint(work);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            unlessJoint(work);
          }
        });
  }

  private static void unlessJoint(Runnable work) {
    var joint = JointTransaction.current();
    if (joint == null) {
      work.run();
    } else {
      joint.onceCommitted(work);
    }
  }
}
