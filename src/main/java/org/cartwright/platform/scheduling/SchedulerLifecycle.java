package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.cartwright.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the errands that are due. Starts after everything else in the service and stops before it:
 * what runs then is waited for, what waits stays in the table. Instances share the work: an errand
 * is picked by one of them ({@code SKIP LOCKED}), which shows every few seconds that it is alive;
 * what a killed instance had picked is taken over within half a minute.
 */
@Component
class SchedulerLifecycle implements SmartLifecycle {

  /** The threads that look after errands; what they do belongs to no request. */
  static final String THREADS = "errands-";

  private static final int AT_ONCE = 10;
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);
  private static final int SIGNS_MISSED_BY_THE_DEAD = 4;

  /** Waited twice, before and after interrupting; both fit into one shutdown phase of Spring. */
  private static final Duration FINISHING = Duration.ofSeconds(8);

  private final DataSource dataSource;
  private final ObjectProvider<Task<?>> tasks;
  private final TaskQueue errands;
  private final Clock clock;
  private final Duration every;
  private @Nullable Scheduler scheduler;

  SchedulerLifecycle(
      DataSource dataSource,
      ObjectProvider<Task<?>> tasks,
      TaskQueue errands,
      Clock clock,
      @Value("${cartwright.errands-every:PT1S}") Duration every) {
    this.dataSource = dataSource;
    this.tasks = tasks;
    this.errands = errands;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public synchronized void start() {
    if (scheduler == null) {
      var started = build(tasks.stream().toList());
      errands.wake(started::triggerCheckForDueExecutions);
      started.start();
      scheduler = started;
    }
  }

  @Override
  public synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }

  private Scheduler build(List<Task<?>> known) {
    var threads = Thread.ofVirtual().name(THREADS, 0).factory();
    return new Builder(dataSource, new ArrayList<>(known))
        .clock(clock::instant)
        .schedulerName(new SchedulerName.Fixed(Ids.next("run")))
        .tableName(TaskTable.NAME)
        .jdbcCustomization(TaskTable.dialect())
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(every)
        .heartbeatInterval(SIGN_OF_LIFE)
        .missedHeartbeatsLimit(SIGNS_MISSED_BY_THE_DEAD)
        .shutdownMaxWait(FINISHING)
        .failureLogging(LogLevel.WARN, true)
        .addSchedulerListener(new SchedulerOutageLog())
        .threads(AT_ONCE)
        .executorService(Executors.newThreadPerTaskExecutor(threads))
        .dueExecutor(Executors.newSingleThreadExecutor(threads))
        .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads))
        .build();
  }

  /** Pauses by the machine's time: the clock of the house decides what is due, not how long. */
  private static final class Builder extends SchedulerBuilder {

    Builder(DataSource dataSource, List<Task<?>> known) {
      super(dataSource, known);
    }

    @Override
    protected Waiter buildWaiter() {
      return new Waiter(poolingInterval);
    }
  }
}
