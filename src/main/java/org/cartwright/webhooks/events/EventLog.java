package org.cartwright.webhooks.events;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.platform.transactions.AfterCommit;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what happens in a transaction, has it written down as the last thing before the commit,
 * and tells afterwards which webhooks there is something for. What is rolled back never happened.
 */
@Component
class EventLog {

  private final EventWriter writer;
  private final ApplicationEventPublisher announcements;

  EventLog(EventWriter writer, ApplicationEventPublisher announcements) {
    this.writer = writer;
    this.announcements = announcements;
  }

  /** Takes note of something that happened in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(NotedEvent event) {
    var noted = (OfTransaction) TransactionSynchronizationManager.getResource(this);
    if (noted == null) {
      noted = new OfTransaction(CurrentTenant.id());
      TransactionSynchronizationManager.bindResource(this, noted);
      TransactionSynchronizationManager.registerSynchronization(noted);
    }
    noted.events.add(event);
  }

  /** What happened in one transaction so far. */
  private final class OfTransaction implements TransactionSynchronization {

    private final String tenant;
    private final List<NotedEvent> events = new ArrayList<>();

    OfTransaction(String tenant) {
      this.tenant = tenant;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(EventLog.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(EventLog.this, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      var webhooks = writer.write(events);
      if (!webhooks.isEmpty()) {
        AfterCommit.run(() -> announcements.publishEvent(new DeliveriesNoted(tenant, webhooks)));
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(EventLog.this);
    }
  }
}
