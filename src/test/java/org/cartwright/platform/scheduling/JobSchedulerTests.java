package org.cartwright.platform.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Jobs of several instances on one database. */
@ExtendWith(OutputCaptureExtension.class)
class JobSchedulerTests {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final Duration ALIVE = Duration.ofSeconds(1);
  private static final Duration ONCE = Duration.ofDays(1);

  private static final TestDatabase DATABASE = TestDatabase.createMigrated();
  private static final HikariDataSource POOL = new HikariDataSource();

  private final List<SchedulerLifecycle> running = new ArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final ObservationRegistry observations = ObservationRegistry.create();

  /** A job of an instance, which tells what becomes of it. */
  private record Job(String name, Duration every, Runnable work) implements RecurringJob {

    @Override
    public Duration every(Duration round) {
      return round.isZero() ? Duration.ZERO : every;
    }

    @Override
    public void goRound() {
      work.run();
    }
  }

  @BeforeAll
  static void open() {
    POOL.setJdbcUrl(DATABASE.jdbcUrl());
    POOL.setUsername(TestDatabase.APP);
    POOL.setPassword(DATABASE.appPassword());
  }

  @AfterAll
  static void close() {
    POOL.close();
  }

  @BeforeEach
  void forget() {
    DATABASE.executeAsOwner("truncate recurring_job, scheduled_task");
  }

  @AfterEach
  void stop() {
    released.countDown();
    running.forEach(SchedulerLifecycle::stop);
  }

  private void run(Job... jobs) {
    run(new SystemClock(), jobs);
  }

  private void run(com.github.kagkarlsson.scheduler.Clock machine, Job... jobs) {
    run(POOL, machine, ALIVE, jobs);
  }

  private void run(
      DataSource database,
      com.github.kagkarlsson.scheduler.Clock machine,
      Duration alive,
      Job... jobs) {
    var beans = new StaticListableBeanFactory();
    for (var job : jobs) {
      beans.addBean(job.name(), job);
    }
    start(
        new JobScheduler(
            database,
            beans.getBeanProvider(RecurringJob.class),
            observations,
            OFTEN,
            Duration.ZERO,
            Duration.ofMinutes(1),
            alive,
            machine));
  }

  private void start(SchedulerLifecycle scheduler) {
    running.add(scheduler);
    scheduler.start();
  }

  private static void awaitAtLeast(int times, AtomicInteger counted) {
    await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> counted.get() >= times);
  }

  private void hold() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsDoneIsObservedUnderItsName() {
    Queue<String> observed = new ConcurrentLinkedQueue<>();
    observations
        .observationConfig()
        .observationHandler(
            new ObservationHandler<Observation.Context>() {
              @Override
              public void onStop(Observation.Context context) {
                context.getLowCardinalityKeyValues().stream()
                    .map(told -> context.getContextualName() + ", " + told.getValue())
                    .forEach(observed::add);
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });
    run(new Job("job", ONCE, () -> {}));
    var kind = TaskDescriptor.of("errand", Void.class);
    var queue = new TaskQueue(POOL, Clock.systemUTC());
    queueOf(queue, kind, () -> {});
    queue.schedule(kind.instance("somebody's").build(), Clock.systemUTC().instant());

    await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> observed.size() >= 2);
    assertThat(observed).containsExactlyInAnyOrder("task job, job", "task errand, errand");
  }

  @Test
  void thatWhatIsDoneCannotBeNotedIsOneLineAndItIsDoneAgain(CapturedOutput log) {
    var isAway = new AtomicBoolean();
    var times = new AtomicInteger();
    var leaving =
        new DelegatingDataSource(POOL) {
          @Override
          public Connection getConnection() throws SQLException {
            if (isAway.get()) {
              throw new SQLTransientConnectionException("away");
            }
            return super.getConnection();
          }
        };
    run(
        leaving,
        new SystemClock(),
        Duration.ofMillis(250), // so that it is soon missed and done again
        new Job("leaving", ONCE, () -> isAway.set(times.incrementAndGet() == 1)));

    await().atMost(PATIENCE).until(() -> log.getAll().contains("That leaving was done cannot be"));
    isAway.set(false);
    awaitAtLeast(2, times);
    assertThat(log.getAll()).doesNotContain("Failed while completing");
  }

  @Test
  void ofTwoInstancesOneDoesAJobAtATimeAndBothTakePart() {
    var once = new AtomicInteger();
    var atOnce = new AtomicInteger();
    var mostAtOnce = new AtomicInteger();
    var times = new AtomicInteger();
    Set<Integer> takingPart = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 2; i++) {
      int instance = i;
      run(
          new Job("once", ONCE, once::incrementAndGet),
          new Job(
              "often",
              OFTEN,
              () -> {
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                takingPart.add(instance);
                times.incrementAndGet();
                atOnce.decrementAndGet();
              }));
    }

    await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> takingPart.size() == 2);
    awaitAtLeast(20, times);
    assertThat(once).hasValue(1);
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void aJobThatTakesLongKeepsNeitherAnotherJobNorAnErrandWaiting() {
    var begun = new AtomicInteger();
    var other = new AtomicInteger();
    var errands = new AtomicInteger();
    run(
        new Job(
            "long",
            ONCE,
            () -> {
              begun.incrementAndGet();
              hold();
            }),
        new Job("other", OFTEN, other::incrementAndGet));
    awaitAtLeast(1, begun);

    var kind = TaskDescriptor.of("errand", Void.class);
    var queue = new TaskQueue(POOL, Clock.systemUTC());
    queueOf(queue, kind, errands::incrementAndGet);
    queue.schedule(kind.instance("one").build(), Clock.systemUTC().instant());

    awaitAtLeast(1, errands);
    awaitAtLeast(other.get() + 3, other);
    assertThat(released.getCount()).isEqualTo(1);
  }

  @Test
  void errandsThatAllTakeLongKeepNoJobWaiting() {
    var begun = new AtomicInteger();
    var jobs = new AtomicInteger();
    var kind = TaskDescriptor.of("errand", Void.class);
    var queue = new TaskQueue(POOL, Clock.systemUTC());
    queueOf(
        queue,
        kind,
        () -> {
          begun.incrementAndGet();
          hold();
        });
    for (int i = 0; i < 30; i++) {
      queue.schedule(kind.instance("errand-" + i).build(), Clock.systemUTC().instant());
    }
    awaitAtLeast(10, begun);

    run(new Job("job", OFTEN, jobs::incrementAndGet));
    awaitAtLeast(3, jobs);
    assertThat(released.getCount()).isEqualTo(1);
  }

  private void queueOf(TaskQueue queue, TaskDescriptor<Void> kind, Runnable work) {
    var beans = new StaticListableBeanFactory();
    beans.addBean("errand", Tasks.oneTime(kind).execute((instance, context) -> work.run()));
    start(
        new TaskScheduler(
            POOL,
            beans.getBeanProvider(ResolvableType.forClass(Task.class)),
            beans.getBeanProvider(LongestWait.class),
            queue,
            observations,
            new ClockSteps(Clock.systemUTC(), ALIVE),
            Clock.systemUTC(),
            OFTEN,
            ALIVE));
  }

  @Test
  void whatAKilledInstanceWasAtIsDoneByAnother() {
    DATABASE.executeAsOwner(
        """
        insert into recurring_job
               (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
        values ('orphan', 'recurring', now() - interval '1 minute', true, 'killed', now() - interval '25 seconds', 2)
        """);
    var times = new AtomicInteger();

    run(new Job("orphan", ONCE, times::incrementAndGet));

    awaitAtLeast(1, times);
  }

  @Test
  void aJobThatFailsIsToldInALineAndGoesOnNextTime(CapturedOutput log) {
    var times = new AtomicInteger();
    run(
        new Job(
            "failing",
            OFTEN,
            () -> {
              times.incrementAndGet();
              throw new IllegalStateException("words that are a secret");
            }));

    awaitAtLeast(3, times);
    assertThat(log)
        .contains("The job failing met a java.lang.IllegalStateException; it goes on next time")
        .doesNotContain("words that are a secret", "\tat ");
  }

  @Test
  void aJobThatIsToBeDoneMoreOftenThanBeforeDoesNotWaitForItsOldTime() {
    DATABASE.executeAsOwner(
        """
        insert into recurring_job (task_name, task_instance, execution_time, picked, version)
        values ('rare', 'recurring', now() + interval '1 day', false, 1)
        """);
    var times = new AtomicInteger();

    run(new Job("rare", OFTEN, times::incrementAndGet));

    awaitAtLeast(2, times);
  }

  /** The clock of a machine, which somebody sets. */
  private static final class SettableClock implements com.github.kagkarlsson.scheduler.Clock {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant now() {
      return Instant.now().plus(ahead);
    }
  }

  @Test
  void jobsGoOnWhateverTheClockIsSetTo() {
    var machine = new SettableClock();
    var times = new AtomicInteger();
    run(machine, new Job("steady", OFTEN, times::incrementAndGet));
    awaitAtLeast(2, times);

    for (var ahead : List.of(Duration.ofDays(400), Duration.ZERO)) {
      machine.ahead = ahead;
      awaitAtLeast(times.get() + 2, times);
    }
  }

  @Test
  void whoDiedWhileTheClockWasAheadIsMissedOnceItIsRight() {
    DATABASE.executeAsOwner(
        """
        insert into recurring_job
               (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
        values ('ahead', 'recurring', now() + interval '1 day', true, 'killed', now() + interval '1 day', 2)
        """);

    run(new Job("ahead", ONCE, () -> {}));

    await()
        .atMost(PATIENCE)
        .pollInterval(OFTEN)
        .until(() -> Duration.between(lastSign(), Instant.now()).abs().toSeconds() < 40);
  }

  private static Instant lastSign() {
    return DATABASE.askAsSuperuser(
        jdbc ->
            jdbc.sql("select last_heartbeat from recurring_job")
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
  }
}
