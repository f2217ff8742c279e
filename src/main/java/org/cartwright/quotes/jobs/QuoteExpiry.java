package org.cartwright.quotes.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.carts.QuotedCarts;
import org.cartwright.platform.scheduling.FailureBackoff;
import org.cartwright.platform.transactions.ConnectionShares;
import org.cartwright.quotes.Quotes;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves that time makes, not people: quotes whose validity has ended expire, and their carts with
 * them. They are taken in small batches, each a transaction of its own that locks the carts first
 * and passes over those that somebody holds, so that several instances share the work and nobody
 * waits; one that fails never stops the others, see {@link FailureBackoff}. Time passing is no
 * change: the date of a quote's last update stays.
 */
@Service
public class QuoteExpiry {

  private static final int BATCH = 200;

  private static final String DUE_CARTS =
      """
      select distinct cart_id from quote
       where tenant_id = :tenant and status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED') and valid_until_date <= :now
         and cart_id > :after and cart_id <> all(:resting)
       order by cart_id limit :batch
      """;

  private final JdbcClient jdbc;
  private final QuotedCarts carts;
  private final Quotes quotes;
  private final ConnectionShares shares;
  private final TransactionTemplate transaction;
  private final TransactionTemplate reading;
  private final FailureBackoff backoff;
  private final Clock clock;

  QuoteExpiry(
      JdbcClient jdbc,
      QuotedCarts carts,
      Quotes quotes,
      ConnectionShares shares,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.carts = carts;
    this.quotes = quotes;
    this.shares = shares;
    transaction = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    backoff = new FailureBackoff("The expiry of quotes of cart", clock);
    this.clock = clock;
  }

  /**
   * Expires every quote of the current tenant whose validity has ended, outside of any joint
   * transaction.
   *
   * @return how many were expired
   */
  public long expire() {
    var now = clock.instant();
    return shares.inBatches(
        CurrentTenant.id(),
        () ->
            backoff.sweep(
                CurrentTenant.id(),
                BATCH,
                (after, resting) -> reading.execute(status -> due(now, after, resting)),
                ids -> transaction.execute(status -> expireBatch(ids, now))));
  }

  private List<String> due(Instant now, String after, String[] resting) {
    return jdbc.sql(DUE_CARTS)
        .param("tenant", CurrentTenant.id())
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("after", after)
        .param("resting", resting)
        .param("batch", BATCH)
        .query((row, n) -> row.getString("cart_id"))
        .list();
  }

  private int expireBatch(List<String> cartIds, Instant now) {
    var locked = carts.lockFree(cartIds);
    if (locked.isEmpty()) {
      return 0;
    }
    carts.letQuotesRunOut(locked, now);
    return quotes.runOut(locked, now);
  }
}
