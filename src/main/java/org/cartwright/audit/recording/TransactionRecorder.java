package org.cartwright.audit.recording;

import jakarta.persistence.EntityManagerFactory;
import org.cartwright.platform.trail.Touched;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
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
  private final ObjectProvider<EntityManagerFactory> factory;

  TransactionRecorder(AuditLog log, ObjectProvider<EntityManagerFactory> factory) {
    this.log = log;
    this.factory = factory;
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
    }
  }

  /** Entities may be written later than this, so it waits until they are. */
  @Override
  public void beforeCommit(TransactionExecution transaction) {
    var touched = Trail.touched();
    var entities =
        touched == null
            ? null
            : EntityManagerFactoryUtils.getTransactionalEntityManager(factory.getObject());
    if (touched != null && entities != null) {
      entities
          .unwrap(SharedSessionContractImplementor.class)
          .getTransactionCompletionCallbacks()
          .registerCallback((BeforeCompletionCallback) ended -> putDown(touched));
    }
  }

  private void putDown(Touched touched) {
    var tenant = CurrentTenant.idIfAny();
    if (tenant != null && !touched.isEmpty()) {
      touched.addAll(Operation.current().things());
      log.within(Access.done(tenant, touched.things(), touched.fields(), Occasion.current()));
      RequestRecord.current().ifPresent(RequestRecord::expect);
    }
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
