package org.cartwright.tenancy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.scheduling.FailureBackoff;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rounds through the clinics that have something due. One statement tells which, so that the others
 * cost next to nothing; a clinic whose work fails is left alone for a time and stops no other, see
 * {@link FailureBackoff}. A service that is about to stop begins with no further clinic.
 */
@Component
public class TenantRounds {

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final Clock clock;
  private volatile boolean isStopping;

  TenantRounds(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * A kind of round.
   *
   * @param what is done, for the log, as in {@code The expiry of carts}
   * @param due whether a clinic has any of it, as a condition in SQL on its row {@code t} of the
   *     registry at the moment {@code :now}; a function of the module whose rows it is about
   * @param work does it in the current tenant
   */
  public TenantRound of(String what, String due, Runnable work) {
    return new TenantRound(this, due, work, new FailureBackoff(what, clock));
  }

  /** The clinics that have something due and are not left alone, by their ids. */
  List<String> due(String condition, String[] resting) {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return reading.execute(
        status ->
            jdbc.sql(
                    "select t.id from tenant t where t.id <> all(:resting) and %s order by t.id"
                        .formatted(condition))
                .param("resting", resting)
                .param("now", now)
                .query(String.class)
                .list());
  }

  boolean isStopping() {
    return isStopping;
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    isStopping = true;
  }
}
