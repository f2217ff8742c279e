package org.cartwright.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The service's clock in tests: real time, moved ahead or stopped where a test says so. The time
 * that passes, by which caches go, passes with it.
 */
@Component
@Primary
public class TestClock extends Clock implements Ticker {

  private volatile Duration ahead = Duration.ZERO;
  private volatile @Nullable Instant stopped;

  /** Lets time pass while something is done, then turns the clock back. */
  public void in(Duration later, Runnable work) {
    ahead = later;
    try {
      work.run();
    } finally {
      ahead = Duration.ZERO;
    }
  }

  /**
   * Stops the clock at a moment while something is done; only {@link #pass} moves it then. As the
   * clock of the service it knows no less than a microsecond: the database rounds what is less, and
   * what is rounded up would not be due for as long as the clock stands.
   */
  public void stoppedAt(Instant moment, Runnable work) {
    stopped = moment.truncatedTo(ChronoUnit.MICROS);
    try {
      work.run();
    } finally {
      stopped = null;
    }
  }

  /** Lets time pass on the stopped clock. */
  public void pass(Duration duration) {
    stopped = Objects.requireNonNull(stopped, "the clock runs").plus(duration);
  }

  @Override
  public Instant instant() {
    var moment = stopped;
    if (moment != null) {
      return moment;
    }
    return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public long read() {
    return TimeUnit.MILLISECONDS.toNanos(millis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new IllegalArgumentException("the house's clock has no other zone");
  }
}
