package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Does the {@link RecurringJob}s of a service that serves; a command has none. How often is by the
 * machine's time: the clock of the house decides what is due, not how long.
 */
@Component
@ConditionalOnWebApplication
class JobScheduler extends SchedulerLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
  private static final String THREADS = "errands-jobs-";

  private final DataSource dataSource;
  private final ObjectProvider<RecurringJob> jobs;
  private final ObservationRegistry observations;
  private final Duration looks;
  private final Duration first;
  private final Duration round;
  private final Duration alive;
  private final Clock machine;
  private final ClockSteps steps;

  @Autowired
  JobScheduler(
      DataSource dataSource,
      ObjectProvider<RecurringJob> jobs,
      ObservationRegistry observations,
      @Value("${cartwright.errands-every:PT1S}") Duration looks,
      @Value("${cartwright.round-every:PT20S}") Duration first,
      @Value("${cartwright.round-every:PT1M}") Duration round,
      @Value(TaskSchedulerBuilder.SIGN_OF_LIFE) Duration alive) {
    this(dataSource, jobs, observations, looks, first, round, alive, new SystemClock());
  }

  JobScheduler(
      DataSource dataSource,
      ObjectProvider<RecurringJob> jobs,
      ObservationRegistry observations,
      Duration looks,
      Duration first,
      Duration round,
      Duration alive,
      Clock machine) {
    this.dataSource = dataSource;
    this.jobs = jobs;
    this.observations = observations;
    this.looks = looks;
    this.first = first;
    this.round = round;
    this.alive = alive;
    this.machine = machine;
    this.steps = new ClockSteps(machine, System::nanoTime, alive);
  }

  @Override
  Scheduler build() {
    var tasks = jobs.stream().map(this::task).toList();
    var table =
        SchedulerClient.Builder.create(dataSource)
            .tableName(TaskTable.RECURRING)
            .jdbcCustomization(TaskTable.dialect())
            .build();
    var announcing = new Announcing(tasks, table, machine);
    Thread.ofVirtual().name(THREADS + "start").start(announcing::attempt);
    return new TaskSchedulerBuilder(
            dataSource, List.copyOf(tasks), looks, alive, "Jobs", THREADS, observations)
        .clock(machine)
        .tableName(TaskTable.RECURRING)
        .threads(Math.max(1, tasks.size()))
        .addSchedulerListener(announcing)
        .addSchedulerListener(
            new StoredTimes(
                dataSource,
                TaskTable.RECURRING,
                machine,
                steps,
                jobs.stream().map(this::longestWait).toList()))
        .build();
  }

  private RecurringTask<Void> task(RecurringJob job) {
    return Tasks.recurring(job.name(), new Pauses(job.every(first), job.every(round)))
        .onDeadExecution(steps.takingOver())
        .execute((instance, context) -> goRound(job));
  }

  private LongestWait longestWait(RecurringJob job) {
    var pause = job.every(round);
    var atFirst = job.every(first);
    return new LongestWait(job.name(), pause.compareTo(atFirst) > 0 ? pause : atFirst);
  }

  /** A job that fails goes on next time: one line, without the failure's own words. */
  private static void goRound(RecurringJob job) {
    try {
      job.goRound();
    } catch (RuntimeException e) {
      LOG.warn("The job {} met a {}; it goes on next time", job.name(), e.getClass().getName());
    }
  }

  /** Rests from the end of one time to the next. */
  private record Pauses(Duration first, Duration pause) implements Schedule {

    @Override
    public Instant getInitialExecutionTime(Instant now) {
      return now.plus(first);
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
      return done.getTimeDone().plus(pause);
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }
  }

  /** Puts the jobs into the table if they are not there: at the start, or once that can be done. */
  private static final class Announcing extends AbstractSchedulerListener {

    private final List<RecurringTask<Void>> tasks;
    private final SchedulerClient table;
    private final Clock clock;
    private final AtomicBoolean isDone = new AtomicBoolean();

    Announcing(List<RecurringTask<Void>> tasks, SchedulerClient table, Clock clock) {
      this.tasks = tasks;
      this.table = table;
      this.clock = clock;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
      if (type == SchedulerEventType.RAN_DETECT_DEAD && !isDone.get()) {
        attempt();
      }
    }

    void attempt() {
      try {
        tasks.forEach(task -> task.onStartup(table, clock));
        isDone.set(true);
      } catch (RuntimeException e) {
        LOG.warn("The jobs cannot be announced yet: {}", e.getClass().getName());
      }
    }
  }
}
