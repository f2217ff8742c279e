package org.cartwright.carts.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.cartwright.platform.scheduling.FailureBackoff;
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
 * others, see {@link FailureBackoff}. The moves are those of {@link
 * org.cartwright.carts.api.CartStatus}, written as SQL because they concern many rows at once. Time
 * passing is no change: the date of a cart's last update stays. Carts that a quote holds are left
 * alone: their quote's validity counts.
 */
@Service
public class CartExpiry {

  private static final int BATCH = 500;

  /** What is due is found by its dates first: walked by their ids, all carts would be looked at. */
  private static final String DUE =
      """
      with due as materialized ({due})
      select id from due where id > :after and id <> all(:resting) order by id limit :batch
      """;

  private static final String OVERDUE =
      """
      select id from cart
       where tenant_id = :tenant and archived_date is null and quote_id is null
         and lapse_date between '-infinity' and :now
      """;

  private static final String IDLE =
      """
      select o.id from cart_order o
       where o.tenant_id = :tenant and o.status in ({statuses}) and o.updated_date between '-infinity' and :since
         and (select c.quote_id is null from cart c where c.tenant_id = o.tenant_id and c.id = o.id)
      """;

  private static final String MOVE =
      """
      update cart set status = '{status}', version = version + 1
       where tenant_id = :tenant and id in (
           select id from cart
            where tenant_id = :tenant and id = any(:ids) and archived_date is null and {which}
              for no key update skip locked)
      """;

  private static final Move EXPIRE_OVERDUE =
      Move.to("EXPIRED", OVERDUE, "quote_id is null and lapse_date <= :now");

  private static final Move ABANDON_IDLE =
      Move.to("ABANDONED", idle("'DRAFT'"), stillIdle("'DRAFT'"));

  private static final Move EXPIRE_IDLE =
      Move.to("EXPIRED", idle("'DRAFT', 'ABANDONED'"), stillIdle("'DRAFT', 'ABANDONED'"));

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final TransactionTemplate transaction;
  private final TransactionTemplate reading;
  private final FailureBackoff setbacks;
  private final Clock clock;

  CartExpiry(
      JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    transaction = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    setbacks = new FailureBackoff("Cart", clock);
    this.clock = clock;
  }

  private static String idle(String statuses) {
    return IDLE.replace("{statuses}", statuses);
  }

  private static String stillIdle(String statuses) {
    return "status in (" + statuses + ") and quote_id is null and updated_date <= :since";
  }

  /** Does everything that is due in the current tenant, and keeps the tally of its carts short. */
  public void catchUp() {
    var now = clock.instant();
    move(EXPIRE_OVERDUE, now, now);
    move(ABANDON_IDLE, now, now.minus(Duration.ofDays(tenants.current().inactivityDays())));
    transaction.executeWithoutResult(
        status -> jdbc.sql("select cart_tally_fold()").query(rows -> {}));
  }

  /**
   * Expires carts that nobody changed for some days.
   *
   * @return how many were expired
   */
  public long expireOld(int days) {
    var now = clock.instant();
    return move(EXPIRE_IDLE, now, now.minus(Duration.ofDays(days)));
  }

  private long move(Move move, Instant now, Instant since) {
    return setbacks.sweep(
        CurrentTenant.id(),
        BATCH,
        (after, resting) ->
            reading.execute(
                status ->
                    told(move.due(), now, since)
                        .param("after", after)
                        .param("resting", resting)
                        .param("batch", BATCH)
                        .query((row, n) -> row.getString("id"))
                        .list()),
        ids ->
            transaction.execute(
                status ->
                    told(move.sql(), now, since)
                        .param("ids", ids.toArray(String[]::new))
                        .update()));
  }

  private JdbcClient.StatementSpec told(String sql, Instant now, Instant since) {
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
  }

  /** A move that time makes: which carts it concerns, and how they are moved. */
  private record Move(String due, String sql) {

    static Move to(String status, String due, String stillDue) {
      return new Move(
          DUE.replace("{due}", due), MOVE.replace("{which}", stillDue).replace("{status}", status));
    }
  }
}
