package org.cartwright.audit.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.cartwright.platform.scheduling.RecurringJob;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the coming months of the record before they begin, and drops those that are kept no longer,
 * as a whole. How long they are kept is a setting, and a year at least.
 */
@Component
class AuditMonths implements RecurringJob {

  private static final int AHEAD = 3;
  private static final Period LEAST = Period.ofYears(1);

  private final JdbcClient jdbc;
  private final TransactionTemplate writing;
  private final Clock clock;
  private final Period kept;

  AuditMonths(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${cartwright.audit.retention:P6Y}") Period kept) {
    if (kept.toTotalMonths() < LEAST.toTotalMonths()) {
      throw new IllegalArgumentException(
          "cartwright.audit.retention is a year at least, as P6Y or P18M");
    }
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
    writing = new TransactionTemplate(transactions);
  }

  @Override
  public String name() {
    return "audit-months";
  }

  @Override
  public Duration every(Duration roundEvery) {
    return roundEvery.multipliedBy(60);
  }

  @Override
  public void goRound() {
    var now = clock.instant();
    writing.executeWithoutResult(
        status -> {
          call("select audit_make_months(cast(? as timestamptz), %d)".formatted(AHEAD), now);
          call(
              "select audit_drop_months(cast(? as timestamptz))",
              now.atOffset(ZoneOffset.UTC).minus(kept).toInstant());
        });
  }

  private void call(String function, Instant moment) {
    jdbc.sql(function)
        .param(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }
}
