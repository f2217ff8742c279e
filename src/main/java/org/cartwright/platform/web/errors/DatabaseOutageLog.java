package org.cartwright.platform.web.errors;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the log of an outage of the database: one line for each kind of failure, however many
 * requests it fails. A kind that is not met for a minute is over, and told again when it comes
 * back.
 */
@Component
class DatabaseOutageLog {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutageLog.class);

  private static final long OVER_AFTER = Duration.ofMinutes(1).toNanos();

  private final Map<String, Long> lastMet = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  DatabaseOutageLog() {
    this(System::nanoTime);
  }

  DatabaseOutageLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A request failed for want of the database; its client was told so. */
  void met(Throwable failure) {
    var kind = kindOf(failure);
    if (isNew(kind)) {
      LOG.error("The database does not answer, requests fail with 503: {}", kind);
    }
  }

  private boolean isNew(String kind) {
    long now = nanoTime.getAsLong();
    var isNew = new AtomicBoolean();
    lastMet.compute(
        kind,
        (same, before) -> {
          isNew.set(before == null || now - before > OVER_AFTER);
          return now;
        });
    return isNew.get();
  }

  /** Without a message: it may tell what a statement was about, and differs each time. */
  private static String kindOf(Throwable failure) {
    var kind = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        kind = refused.getClass().getSimpleName() + state(refused);
      }
    }
    return kind;
  }

  private static String state(SQLException refused) {
    return refused.getSQLState() == null ? "" : " " + refused.getSQLState();
  }
}
