package org.cartwright.platform.postgres;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers. It is asked by one at a time, so that those who look whether the
 * service is ready take no connections from whoever wants to work; who has waited as long as
 * anybody waits for a connection learns that it does not.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final HealthIndicator database;
  private final Duration longest;
  private final Executor threads = work -> Thread.ofVirtual().name("errands-health").start(work);
  private @Nullable CompletableFuture<Health> asked;

  @Autowired
  DatabaseHealth(DataSource dataSource) {
    this(new DataSourceHealthIndicator(dataSource), LONGEST);
  }

  DatabaseHealth(HealthIndicator database, Duration longest) {
    this.database = database;
    this.longest = longest;
  }

  @Override
  public Health health() {
    try {
      return ask().get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Health.down().build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.down().build();
    }
  }

  private synchronized CompletableFuture<Health> ask() {
    if (asked == null || asked.isDone()) {
      asked = CompletableFuture.supplyAsync(() -> database.health(), threads);
    }
    return asked;
  }
}
