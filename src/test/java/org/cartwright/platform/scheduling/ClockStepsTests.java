package org.cartwright.platform.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockStepsTests {

  private static final Duration ALIVE = Duration.ofSeconds(5);
  private static final Duration AFTERWARDS = Duration.ofSeconds(15);

  private final AtomicReference<Instant> wall =
      new AtomicReference<>(Instant.parse("2026-03-11T14:00:00Z"));
  private final AtomicLong nanos = new AtomicLong(-7);
  private final ClockSteps steps = new ClockSteps(wall::get, nanos::get, ALIVE);

  private void pass(Duration time) {
    wall.updateAndGet(now -> now.plus(time));
    nanos.addAndGet(time.toNanos());
  }

  private void set(Duration ahead) {
    wall.updateAndGet(now -> now.plus(ahead));
  }

  @Test
  void aClockThatIsNotSetIsNotNoticedHoweverMuchTimePasses() {
    pass(Duration.ofDays(30));

    assertThat(steps.wasJustSet()).isFalse();
  }

  @Test
  void aClockThatIsSetEitherWayIsNoticedForAMoment() {
    for (var by : new Duration[] {Duration.ofHours(1), Duration.ofDays(-400)}) {
      set(by);
      assertThat(steps.wasJustSet()).isTrue();

      pass(AFTERWARDS.minusMillis(1));
      assertThat(steps.wasJustSet()).isTrue();

      pass(Duration.ofMillis(1));
      assertThat(steps.wasJustSet()).isFalse();
    }
  }

  @Test
  void aClockThatDriftsIsNotSet() {
    for (int day = 0; day < 30; day++) {
      pass(Duration.ofDays(1));
      set(Duration.ofSeconds(1));
      steps.look();
    }

    assertThat(steps.wasJustSet()).isFalse();
  }

  @Test
  void whoShowsNoSignOfLifeIsTakenOverButNotJustAfterTheClockWasSet() {
    var takenOver = new AtomicInteger();
    var repository =
        (TaskRepository)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TaskRepository.class},
                (proxy, method, given) -> {
                  takenOver.incrementAndGet();
                  return true;
                });
    var dead =
        new Execution(wall.get(), TaskDescriptor.of("some", Void.class).instance("one").build());
    var tasks = new ExecutionOperations<Void>(repository, SchedulerListeners.NOOP, dead);
    var done = ExecutionComplete.failure(dead, wall.get(), wall.get(), null);
    var handler = steps.<Void>takingOver();

    handler.deadExecution(done, tasks);
    assertThat(takenOver).hasValue(1);

    set(Duration.ofHours(1));
    handler.deadExecution(done, tasks);
    assertThat(takenOver).hasValue(1);

    pass(AFTERWARDS);
    handler.deadExecution(done, tasks);
    assertThat(takenOver).hasValue(2);
  }
}
