package org.cartwright.tenancy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cartwright.platform.limits.OwnLimits;
import org.cartwright.platform.limits.TenantLimits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells this instance which clinics have limits of their own: every few seconds, and whenever one
 * is changed here. No request waits for that; while the database is away, what was known holds.
 */
@Component
public class OwnLimitsWatch implements DisposableBean {

  private static final Duration LAST_LOOK = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(OwnLimitsWatch.class);

  private static final String OWN =
      """
      select id, limit_requests_per_second, limit_burst, limit_in_flight from tenant
      where limit_requests_per_second is not null
          or limit_burst is not null
          or limit_in_flight is not null
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final TenantLimits limits;
  private final Duration every;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("errands-limits").factory());

  OwnLimitsWatch(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      TenantLimits limits,
      @Value("${cartwright.own-limits-every:PT5S}") Duration every) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.every = every;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  private record Row(
      String id,
      @Nullable Long limitRequestsPerSecond,
      @Nullable Long limitBurst,
      @Nullable Integer limitInFlight) {

    OwnLimits limits() {
      return new OwnLimits(limitRequestsPerSecond, limitBurst, limitInFlight);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  @SuppressWarnings("FutureReturnValueIgnored") // it ends with the watch
  void begin() {
    watch.scheduleWithFixedDelay(this::tryToLook, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Has what is stored now hold, before it returns. One at a time, so the last one is the latest.
   */
  public synchronized void look() {
    var rows = reading.execute(status -> jdbc.sql(OWN).query(Row.class).list());
    limits.hold(rows.stream().collect(Collectors.toMap(Row::id, Row::limits)));
  }

  private void tryToLook() {
    try {
      look();
    } catch (RuntimeException away) { // or nobody would look again
      LOG.debug("The limits of clinics stay as they were known", away);
    }
  }

  /** Ends it, and lets it finish its look: the connections are closed after this. */
  @Override
  public void destroy() throws InterruptedException {
    watch.shutdown();
    if (!watch.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      watch.shutdownNow();
    }
  }
}
