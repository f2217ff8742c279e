package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Runs the errands that are put into the {@link TaskQueue}, as soon as they are due, in a service
 * that serves: a command that looks at a backup has its patients' messages before it, and sends
 * none.
 */
@Component
@ConditionalOnWebApplication
class TaskScheduler extends SchedulerLifecycle {

  /** More than one tenant has of them at a time, which whoever runs them sees to. */
  private static final int AT_ONCE = 24;

  private final DataSource dataSource;
  private final ObjectProvider<Task<?>> tasks;
  private final ObjectProvider<LongestWait> waits;
  private final TaskQueue errands;
  private final ObservationRegistry observations;
  private final ClockSteps steps;
  private final Clock clock;
  private final Duration every;
  private final Duration alive;

  TaskScheduler(
      DataSource dataSource,
      ObjectProvider<Task<?>> tasks,
      ObjectProvider<LongestWait> waits,
      TaskQueue errands,
      ObservationRegistry observations,
      ClockSteps steps,
      Clock clock,
      @Value("${cartwright.errands-every:PT1S}") Duration every,
      @Value(TaskSchedulerBuilder.SIGN_OF_LIFE) Duration alive) {
    this.dataSource = dataSource;
    this.tasks = tasks;
    this.waits = waits;
    this.errands = errands;
    this.observations = observations;
    this.steps = steps;
    this.clock = clock;
    this.every = every;
    this.alive = alive;
  }

  @Override
  Scheduler build() {
    var scheduler =
        new TaskSchedulerBuilder(
                dataSource,
                List.copyOf(tasks.stream().toList()),
                every,
                alive,
                "Errands",
                "errands-",
                observations)
            .clock(clock::instant)
            .tableName(TaskTable.QUEUED)
            .threads(AT_ONCE)
            .addSchedulerListener(
                new StoredTimes(
                    dataSource, TaskTable.QUEUED, clock::instant, steps, waits.stream().toList()))
            .build();
    errands.wake(scheduler::triggerCheckForDueExecutions);
    return scheduler;
  }
}
