package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.cartwright.platform.Ids;
import org.cartwright.platform.jdbc.DatabaseFailure;
import org.cartwright.platform.telemetry.SpanAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What all schedulers of the house have in common. Instances share the work: a task is picked by
 * one of them ({@code SKIP LOCKED}), which shows every few seconds that it is alive; what a killed
 * instance had picked is taken over within half a minute. Each has threads of its own, which belong
 * to no request.
 */
final class TaskSchedulerBuilder extends SchedulerBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(TaskSchedulerBuilder.class);

  /** Names in the log, and to whoever keeps a record, which task something is done for. */
  private static final String TASK = "task";

  /** How often an instance shows that it is alive: this, unless a setting says otherwise. */
  static final String SIGN_OF_LIFE = "${cartwright.sign-of-life:PT5S}";

  private static final int SIGNS_MISSED_BY_THE_DEAD = 4;

  /** Waited twice, before and after interrupting; both fit into one shutdown phase of Spring. */
  private static final Duration FINISHING = Duration.ofSeconds(8);

  /**
   * @param every how often it is looked what is due
   * @param alive how often it is shown that this instance is alive
   * @param what the tasks are called in the log, in the plural
   * @param threads what the names of their threads begin with
   * @param observations where it is told how long each takes
   */
  TaskSchedulerBuilder(
      DataSource dataSource,
      List<Task<?>> known,
      Duration every,
      Duration alive,
      String what,
      String threads,
      ObservationRegistry observations) {
    super(dataSource, known);
    var factory = Thread.ofVirtual().name(threads, 0).factory();
    schedulerName(new SchedulerName.Fixed(Ids.next("run")));
    jdbcCustomization(TaskTable.dialect());
    pollUsingLockAndFetch(0.5, 1.0);
    pollingInterval(every);
    heartbeatInterval(alive);
    missedHeartbeatsLimit(SIGNS_MISSED_BY_THE_DEAD);
    shutdownMaxWait(FINISHING);
    failureLogging(LogLevel.WARN, true);
    addSchedulerListener(new SchedulerOutageLog(what));
    addExecutionInterceptor(
        (instance, context, chain) -> {
          var name = instance.getTaskName();
          try (var ignored = MDC.putCloseable(TASK, name)) {
            return Observation.createNotStarted("cartwright.task", observations)
                .contextualName("task " + name)
                .lowCardinalityKeyValue(SpanAttributes.TASK, name)
                .observe(() -> noted(name, chain.proceed(instance, context)));
          }
        });
    executorService(Executors.newThreadPerTaskExecutor(factory));
    dueExecutor(Executors.newSingleThreadExecutor(factory));
    housekeeperExecutor(Executors.newScheduledThreadPool(2, factory));
  }

  /**
   * Says in one line that what was done cannot be noted because the database is away: it counts as
   * dead then, and is taken over like what a killed instance had picked.
   */
  private static <T> CompletionHandler<T> noted(String name, CompletionHandler<T> done) {
    return (what, tasks) -> {
      try {
        done.complete(what, tasks);
      } catch (RuntimeException e) {
        if (DatabaseFailure.in(e) != DatabaseFailure.UNAVAILABLE) {
          throw e;
        }
        LOG.warn(
            "That {} was done cannot be noted in the database; it is looked at again soon", name);
      }
    };
  }

  /** Pauses by the time that passes: no clock decides how long, whatever it is set to meanwhile. */
  @Override
  protected Waiter buildWaiter() {
    return new Waiter(poolingInterval, () -> Instant.EPOCH.plusNanos(System.nanoTime()));
  }
}
