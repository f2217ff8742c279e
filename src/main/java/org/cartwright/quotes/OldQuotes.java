package org.cartwright.quotes;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.carts.QuotedCarts;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves that time makes, not people: quotes whose validity has ended expire, and their carts with
 * them. They are taken in small batches, each a transaction of its own that locks the carts first
 * and passes over those that somebody holds, so that several instances share the work and nobody
 * waits. The moves are those of {@link org.cartwright.carts.QuoteStatus}, written as SQL because
 * they concern many rows at once. Time passing is no change: the date of a quote's last update
 * stays.
 */
@Service
class OldQuotes {

  private static final int BATCH = 200;

  private static final String LOCK_CARTS =
      """
      select c.id from cart c
       where c.tenant_id = :tenant
         and c.id in (select q.cart_id from quote q
                       where q.tenant_id = :tenant and q.status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED')
                         and q.valid_until_date <= :now)
       order by c.id limit :batch
       for no key update skip locked
      """;

  private static final String EXPIRE =
      """
      update quote set status = 'EXPIRED', version = version + 1,
          scheduled_date = null, scheduled_method = null, scheduled_message = null
       where tenant_id = :tenant and cart_id = any(:carts) and status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED')
         and valid_until_date <= :now
      returning id
      """;

  private final JdbcClient jdbc;
  private final QuotedCarts carts;
  private final QuoteEvents events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OldQuotes(
      JdbcClient jdbc,
      QuotedCarts carts,
      QuoteEvents events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.carts = carts;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Expires every quote of the current tenant whose validity has ended.
   *
   * @return how many were expired
   */
  long expire() {
    var now = clock.instant();
    long expired = 0;
    Batch batch;
    do {
      batch = transaction.execute(status -> expireBatch(now));
      expired += batch.quotes();
    } while (batch.isFull());
    return expired;
  }

  private record Batch(int carts, int quotes) {

    boolean isFull() {
      return carts == BATCH;
    }
  }

  private Batch expireBatch(Instant now) {
    var locked =
        jdbc.sql(LOCK_CARTS)
            .param("tenant", CurrentTenant.id())
            .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
            .param("batch", BATCH)
            .query((row, n) -> row.getString("id"))
            .list();
    if (locked.isEmpty()) {
      return new Batch(0, 0);
    }
    carts.letQuotesRunOut(locked, now);
    var expired = expire(locked, now);
    expired.forEach(
        id -> events.note(id, QuoteTimeline.Type.EXPIRED, QuoteTimeline.Actor.SERVICE, null, now));
    return new Batch(locked.size(), expired.size());
  }

  private List<String> expire(List<String> cartIds, Instant now) {
    return jdbc.sql(EXPIRE)
        .param("tenant", CurrentTenant.id())
        .param("carts", cartIds.toArray(String[]::new))
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .query((row, n) -> row.getString("id"))
        .list();
  }
}
