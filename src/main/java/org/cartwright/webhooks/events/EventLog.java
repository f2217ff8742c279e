package org.cartwright.webhooks.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.transactions.AfterCommit;
import org.cartwright.platform.transactions.ClosingMessage;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what happens in a transaction, has it written down as the last thing with the commit,
 * and tells afterwards which webhooks there is something for. What is rolled back never happened.
 */
@Component
class EventLog {

  private final ClosingMessage closing;
  private final ApplicationEventPublisher announcements;

  EventLog(ClosingMessage closing, ApplicationEventPublisher announcements) {
    this.closing = closing;
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
      closing.add(noted::speak);
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

    private Runnable speak(RoundTrip message) {
      var told = EventWriter.write(message, tenant, events);
      return () -> announce(Set.copyOf(told.rows()));
    }

    private void announce(Set<String> webhooks) {
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
