package org.cartwright.carts.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.cartwright.carts.LapsedCarts;
import org.cartwright.platform.scheduling.FailureBackoff;
import org.cartwright.platform.transactions.ConnectionShares;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves that time makes, not people: overdue carts expire, idle drafts are abandoned. Carts are
 * taken in small batches, each a transaction of its own that passes over what somebody holds
 * locked, so that several instances share the work and nobody waits; one that fails never stops the
 * others, see {@link FailureBackoff}. The moves themselves are those of {@link LapsedCarts}. Carts
 * that a quote holds are left alone: their quote's validity counts.
 */
@Service
public class CartExpiry {

  private static final int BATCH = 500;

  /** How many are looked for at once; all that is due is gone through each time. */
  private static final int SLICE = 100 * BATCH;

  /** What is due is found by its dates first: walked by their ids, all carts would be looked at. */
  private static final String DUE =
      """
      with due as materialized ({due})
      select id from due where id > :after and id <> all(:resting) order by id limit :slice
      """;

  private static final String OVERDUE =
      DUE.replace(
          "{due}",
          """
          select id from cart
           where tenant_id = :tenant and archived_date is null and quote_id is null
             and lapse_date between '-infinity' and :moment
          """);

  /** A draft order that nobody buys yet stands in no order of carts. */
  private static final String IDLE =
      DUE.replace(
          "{due}",
          """
          select o.id from cart_order o
           where o.tenant_id = :tenant and o.status in ('DRAFT', 'ABANDONED')
             and o.updated_date between '-infinity' and :moment
             and (select c.quote_id is null from cart c where c.tenant_id = o.tenant_id and c.id = o.id)
          union all
          select d.id from draft_cart_order d
           where d.tenant_id = :tenant and d.status in ('DRAFT', 'ABANDONED') and d.patient_id is null
             and d.updated_date between '-infinity' and :moment
          """);

  private static final String IDLE_DRAFTS =
      DUE.replace(
          "{due}",
          """
          select o.id from cart_order o
           where o.tenant_id = :tenant and o.status = 'DRAFT'
             and o.updated_date between '-infinity' and :moment
             and (select c.quote_id is null from cart c where c.tenant_id = o.tenant_id and c.id = o.id)
          union all
          select c.id from cart c
           where c.tenant_id = :tenant and c.patient_id is null and c.archived_date is null and c.status = 'DRAFT'
             and c.created_date between '-infinity' and :moment and c.updated_date <= :moment
          """);

  private final LapsedCarts carts;
  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final ConnectionShares shares;
  private final TransactionTemplate transaction;
  private final TransactionTemplate reading;
  private final FailureBackoff backoff;
  private final Clock clock;

  CartExpiry(
      LapsedCarts carts,
      JdbcClient jdbc,
      Tenants tenants,
      ConnectionShares shares,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.carts = carts;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.shares = shares;
    transaction = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    backoff = new FailureBackoff("Cart", clock);
    this.clock = clock;
  }

  /** Does everything that is due in the current tenant, and keeps the tally of its carts short. */
  public void catchUp() {
    var now = clock.instant();
    var since = now.minus(Duration.ofDays(tenants.current().inactivityDays()));
    move(due(OVERDUE, now), ids -> carts.expireOverdue(ids, now));
    move(due(IDLE_DRAFTS, since), ids -> carts.abandonIdle(ids, since, now));
    transaction.executeWithoutResult(
        status -> jdbc.sql("select cart_tally_fold()").query(rows -> {}));
  }

  /**
   * Expires carts that nobody changed for some days, outside of any joint transaction.
   *
   * @return how many were expired
   */
  public long expireOld(int days) {
    var now = clock.instant();
    var since = now.minus(Duration.ofDays(days));
    return shares.inBatches(
        CurrentTenant.id(), () -> move(due(IDLE, since), ids -> carts.expireIdle(ids, since, now)));
  }

  private long move(FailureBackoff.Due due, ToIntFunction<List<String>> move) {
    return backoff.sweep(
        CurrentTenant.id(), BATCH, due, ids -> transaction.execute(status -> move.applyAsInt(ids)));
  }

  /** Hands out, batch by batch, what was found in one go, and then looks for more. */
  private FailureBackoff.Due due(String sql, Instant moment) {
    var found = new ArrayDeque<String>();
    return (after, resting) -> {
      if (found.isEmpty()) {
        found.addAll(slice(sql, moment, after, resting));
      }
      return Stream.generate(found::poll).limit(Math.min(BATCH, found.size())).toList();
    };
  }

  private List<String> slice(String sql, Instant moment, String after, String[] resting) {
    return reading.execute(
        status ->
            jdbc.sql(sql)
                .param("tenant", CurrentTenant.id())
                .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .param("after", after)
                .param("resting", resting)
                .param("slice", SLICE)
                .query((row, n) -> row.getString("id"))
                .list());
  }
}
