package org.cartwright.platform.transactions;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.platform.jdbc.RoundTrip;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction says last, once all of its entities are written: statements that record what
 * was done in it. They go to the database as one message, and its commit with them, so that on a
 * real network recording costs no round trip. A part of a joint transaction is not committed by it.
 */
@Component
public class ClosingMessage {

  private final JdbcOperations jdbc;
  private final ObjectProvider<EntityManagerFactory> factory;

  ClosingMessage(JdbcOperations jdbc, ObjectProvider<EntityManagerFactory> factory) {
    this.jdbc = jdbc;
    this.factory = factory;
  }

  /** Somebody who has something to say last. */
  @FunctionalInterface
  public interface Speaker {

    /**
     * Puts it on the message, if there is anything after all.
     *
     * @return what is to be done once the message is answered
     */
    Runnable speak(RoundTrip message);
  }

  /**
   * Has somebody speak at the end of the current transaction, after those who asked before. Whoever
   * is the first has to ask before it begins to commit.
   *
   * @throws IllegalStateException if there is none
   */
  public void add(Speaker speaker) {
    var closing = (Closing) TransactionSynchronizationManager.getResource(this);
    if (closing == null) {
      closing = new Closing();
      TransactionSynchronizationManager.bindResource(this, closing);
      TransactionSynchronizationManager.registerSynchronization(closing);
    }
    closing.speakers.add(speaker);
  }

  private void send(List<Speaker> speakers) {
    var message = new RoundTrip(jdbc);
    var afterwards = speakers.stream().map(speaker -> speaker.speak(message)).toList();
    if (JointTransaction.isOpen()) {
      message.make();
    } else {
      message.makeAndCommit();
    }
    afterwards.forEach(Runnable::run);
  }

  /** Who speaks at the end of one transaction. */
  private final class Closing implements TransactionSynchronization {

    private final List<Speaker> speakers = new ArrayList<>();

    /** Entities are written until the very end; Hibernate calls when they are. */
    @Override
    public void beforeCommit(boolean readOnly) {
      var entities = EntityManagerFactoryUtils.getTransactionalEntityManager(factory.getObject());
      if (entities == null) {
        throw new IllegalStateException("a transaction without entities");
      }
      entities
          .unwrap(SharedSessionContractImplementor.class)
          .getTransactionCompletionCallbacks()
          .registerCallback((BeforeCompletionCallback) ended -> send(speakers));
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(ClosingMessage.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(ClosingMessage.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(ClosingMessage.this);
    }
  }
}
