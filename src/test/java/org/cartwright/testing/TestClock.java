package org.cartwright.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The service's clock in tests: real time, and moved ahead where a test says so. */
@Component
@Primary
public class TestClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Lets time pass while something is done, then turns the clock back. */
  public void in(Duration later, Runnable work) {
    ahead = later;
    try {
      work.run();
    } finally {
      ahead = Duration.ZERO;
    }
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
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
