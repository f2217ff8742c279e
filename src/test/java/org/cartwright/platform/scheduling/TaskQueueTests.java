package org.cartwright.platform.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Errands of a service with a database of its own, which can be taken away; nobody waits for long
 * for a connection then.
 */
@SpringBootTest(
    properties = {
      "cartwright.errands-every=PT0.1S",
      "cartwright.sign-of-life=PT1S",
      "spring.datasource.hikari.connection-timeout=1000"
    })
@Import({TestClock.class, TaskQueueTests.Kinds.class})
@ExtendWith(OutputCaptureExtension.class)
class TaskQueueTests {

  private static final TestDatabase DATABASE = TestDatabase.createMigrated();
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final TaskDescriptor<Void> KIND = TaskDescriptor.of("test", Void.class);
  private static final Queue<String> RUN = new ConcurrentLinkedQueue<>();

  @Autowired private TaskQueue errands;
  @Autowired private TestClock clock;
  @Autowired private DataSource dataSource;

  private final TransactionTemplate transaction;
  private final String id = UUID.randomUUID().toString();

  TaskQueueTests(@Autowired PlatformTransactionManager transactions) {
    transaction = new TransactionTemplate(transactions);
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.registerIn(registry);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Kinds {

    @Bean
    Task<Void> test() {
      return Tasks.custom(KIND)
          .execute(
              (errand, context) -> {
                RUN.add(errand.getId());
                return new com.github.kagkarlsson.scheduler.task.CompletionHandler
                    .OnCompleteRemove<>();
              });
    }
  }

  @Test
  void anErrandIsRunOnceAfterTheCommit() {
    transaction.executeWithoutResult(
        status -> {
          errands.schedule(errand(id), clock.instant());
          assertThat(RUN).doesNotContain(id);
        });

    awaitRun(id);
    assertThat(RUN.stream().filter(id::equals)).hasSize(1);
  }

  @Test
  void anErrandOfATransactionThatComesToNothingIsNeverRun() throws SQLException {
    transaction.executeWithoutResult(
        status -> {
          errands.schedule(errand(id), clock.instant());
          status.setRollbackOnly();
        });

    assertThat(waiting(id)).isZero();
    errands.schedule(errand("after-" + id), clock.instant());
    awaitRun("after-" + id);
    assertThat(RUN).doesNotContain(id);
  }

  @Test
  void anErrandWaitsForItsTimeByTheClockOfTheHouse() throws SQLException {
    errands.schedule(errand(id), clock.instant().plus(Duration.ofDays(3)));
    errands.schedule(errand("now-" + id), clock.instant());
    awaitRun("now-" + id);
    assertThat(RUN).doesNotContain(id);

    clock.in(Duration.ofDays(3).plusMinutes(1), () -> awaitRun(id));
    errands.schedule(errand("back-" + id), clock.instant());
    awaitRun("back-" + id);
    await().atMost(PATIENCE).until(() -> waiting(id) == 0);
  }

  @Test
  void anErrandIsMoved() {
    errands.schedule(errand(id), clock.instant().plus(Duration.ofDays(300)));
    errands.schedule(errand(id), clock.instant());

    awaitRun(id);
  }

  @Test
  void whatAKilledInstanceHadPickedIsTakenOver() throws SQLException {
    DATABASE.executeAsOwner(
        """
        insert into scheduled_task (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
        values ('test', '%s', now() - interval '1 minute', true, 'killed', now() - interval '25 seconds', 2)
        """
            .formatted(id));

    awaitRun(id);
  }

  @Test
  void whileTheDatabaseIsAwayTheLogStaysReadableAndAfterwardsItGoesOn(CapturedOutput log)
      throws Exception {
    reachable(false);
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> log.getAll().contains("Errands cannot be looked up in the database"));
      waitInVain();
      waitInVain();
    } finally {
      reachable(true);
    }

    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              errands.schedule(errand(id), clock.instant());
              return true;
            });
    awaitRun(id);
    await().atMost(PATIENCE).until(() -> log.getAll().contains("Errands are being run again"));
    assertThat(
            log.getAll()
                .lines()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .filter(line -> line.contains("rrands") || line.contains("kagkarlsson"))
                .filter(line -> !line.contains("com.zaxxer.hikari"))) // the pool's own words
        .hasSizeLessThan(5);
  }

  /** For as long as the pool lets somebody wait for a connection. */
  private void waitInVain() {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              try (var connection = dataSource.getConnection()) {
                connection.createStatement().execute("select 1"); // one the pool still believes in
                return false;
              } catch (SQLException refused) {
                return refused instanceof SQLTransientConnectionException;
              }
            });
  }

  private static TaskInstance<Void> errand(String id) {
    return KIND.instance(id).build();
  }

  private static void awaitRun(String id) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> RUN.contains(id));
  }

  private static long waiting(String id) throws SQLException {
    try (var owner = DATABASE.superuser();
        var query =
            owner.prepareStatement("select count(*) from scheduled_task where task_instance = ?")) {
      query.setString(1, id);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void reachable(boolean reachable) throws SQLException {
    try (var server = DATABASE.superuser();
        var statement = server.createStatement()) {
      statement.execute(
          "alter database %s connection limit %d".formatted(DATABASE.name(), reachable ? -1 : 0));
      if (!reachable) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = '%s'"
                .formatted(TestDatabase.APP));
      }
    }
  }
}
