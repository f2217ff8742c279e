package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Notices that a clock was set, by the time that passes meanwhile whatever clocks say. Just after
 * it went ahead, the last sign of life of everybody seems old; whoever lives shows another soon.
 */
@Component
public class ClockSteps {

  /** What a clock may be put right by without being set. */
  private static final Duration SMALL = Duration.ofSeconds(2);

  private final Clock clock;
  private final LongSupplier nanoTime;

  /** In which everybody who lives has shown it. */
  private final Duration afterwards;

  private long difference;
  private long set;
  private boolean wasSet;

  @Autowired
  ClockSteps(java.time.Clock clock, @Value(TaskSchedulerBuilder.SIGN_OF_LIFE) Duration alive) {
    this(clock::instant, System::nanoTime, alive);
  }

  ClockSteps(Clock clock, LongSupplier nanoTime, Duration alive) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    afterwards = alive.multipliedBy(3);
    difference = clock.now().toEpochMilli() - millis();
  }

  /** Looks at the clock; to be done again and again, since clocks also drift. */
  final synchronized void look() {
    var now = clock.now().toEpochMilli() - millis();
    if (Math.abs(now - difference) > SMALL.toMillis()) {
      set = nanoTime.getAsLong();
      wasSet = true;
    }
    difference = now;
  }

  /** Whether the clock was set moments ago. */
  final synchronized boolean wasJustSet() {
    look();
    return wasSet && nanoTime.getAsLong() - set < afterwards.toNanos();
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong());
  }

  /** Does again what somebody was at who shows no sign of life any more. */
  public <T> DeadExecutionHandler<T> takingOver() {
    return (done, tasks) -> {
      if (!wasJustSet()) {
        tasks.reschedule(done, done.getTimeDone());
      }
    };
  }
}
