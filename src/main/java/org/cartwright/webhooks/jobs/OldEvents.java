package org.cartwright.webhooks.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets events of the current tenant, and what became of them, after some time. They are not
 * locked before: whoever may lock a row may change it, and events are never changed.
 */
@Component
class OldEvents {

  private static final int AT_ONCE = 1000;

  private static final String FORGET =
      """
      delete from webhook_event
       where tenant_id = :tenant and id = any(array(
           select e.id from webhook_event e
            where e.tenant_id = :tenant and e.created_date < :moment
            order by e.position, e.kind, e.object_id, e.sequence limit :most))
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Duration kept;
  private final Clock clock;

  OldEvents(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      @Value("${cartwright.webhook-events-kept:30d}") Duration kept,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.kept = kept;
    this.clock = clock;
  }

  /** Before when an event is old, by an SQL expression at the moment {@code :now}. */
  String moment() {
    return "cast(:now as timestamptz) - interval '%d seconds'".formatted(kept.toSeconds());
  }

  /** Forgets those that are old, a batch at a time. */
  void forget() {
    int gone;
    do {
      gone = transaction.execute(status -> forgetSome());
    } while (gone == AT_ONCE);
  }

  private int forgetSome() {
    return jdbc.sql(FORGET)
        .param("tenant", CurrentTenant.id())
        .param("moment", OffsetDateTime.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC))
        .param("most", AT_ONCE)
        .update();
  }
}
