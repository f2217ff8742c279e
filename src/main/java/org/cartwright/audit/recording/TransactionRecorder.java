package org.cartwright.audit.recording;

import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.trail.Touched;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.transactions.ClosingMessage;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts down, as the last thing within a transaction, what it has touched: one row, once everything
 * else of it is written, or none at all.
 */
@Component
class TransactionRecorder implements TransactionExecutionListener {

  private final AuditLog log;
  private final ClosingMessage closing;

  TransactionRecorder(AuditLog log, ClosingMessage closing) {
    this.log = log;
    this.closing = closing;
  }

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
    if (failure == null
        && transaction.isNewTransaction()
        && !transaction.isReadOnly()
        && TransactionSynchronizationManager.isSynchronizationActive()) {
      var touched = new Touched();
      Trail.begin(touched);
      TransactionSynchronizationManager.registerSynchronization(new Recording(touched));
      closing.add(message -> speak(touched, message));
    }
  }

  private Runnable speak(Touched touched, RoundTrip message) {
    var tenant = CurrentTenant.idIfAny();
    if (tenant == null || touched.isEmpty()) {
      return () -> {};
    }
    touched.addAll(Operation.current().things());
    log.within(
        message, Access.done(tenant, touched.things(), touched.fields(), Occasion.current()));
    return () -> RequestRecord.current().ifPresent(RequestRecord::expect);
  }

  /** The record of one transaction, as long as that is the thread's. */
  private record Recording(Touched touched) implements TransactionSynchronization {

    @Override
    public void suspend() {
      Trail.end();
    }

    @Override
    public void resume() {
      Trail.begin(touched);
    }

    @Override
    public void afterCompletion(int status) {
      Trail.end();
      RequestRecord.current().ifPresent(record -> record.settle(status == STATUS_COMMITTED));
    }
  }
}
