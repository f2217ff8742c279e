package org.cartwright.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.cartwright.audit.Outcome;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that come while another is on its way to the database. */
class JointRowsTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A database that begins to take rows once it is let. */
  private static final class Held extends AuditLog {

    private final CountDownLatch isLet = new CountDownLatch(1);
    private final List<List<String>> transactions = new ArrayList<>();
    private final Queue<String> tried = new ConcurrentLinkedQueue<>();
    private final Predicate<String> isRefused;
    private RuntimeException refusal = new DataIntegrityViolationException("no");

    Held(Predicate<String> isRefused) {
      super(new JdbcTemplate(), Clock.systemUTC());
      this.isRefused = isRefused;
    }

    @Override
    void alone(Access access) {
      alone(List.of(access));
    }

    @Override
    void alone(List<Access> accesses) {
      try {
        isLet.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      var actions = accesses.stream().map(Access::action).sorted().toList();
      tried.addAll(actions);
      if (actions.stream().anyMatch(isRefused)) {
        throw refusal;
      }
      synchronized (transactions) {
        transactions.add(actions);
      }
    }
  }

  private static Access access(String action) {
    return new Access(
        "clinic", null, null, action, Outcome.DONE, null, List.of(), List.of(), 1, null, null);
  }

  /** What becomes of rows that come while the first of them is under way: those that failed. */
  private static Map<String, RuntimeException> allOf(Held log, String... actions)
      throws InterruptedException {
    var rows = new JointRows(log);
    var failed = new ConcurrentHashMap<String, RuntimeException>();
    var threads = new ArrayList<Thread>();
    for (var action : actions) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      rows.putDown(access(action));
                    } catch (RuntimeException e) {
                      failed.put(action, e);
                    }
                  }));
      var thread = threads.getLast();
      await().atMost(PATIENCE).until(() -> thread.getState() == Thread.State.WAITING);
    }
    assertThat(log.transactions).isEmpty();
    log.isLet.countDown();
    for (var thread : threads) {
      thread.join(PATIENCE);
    }
    return failed;
  }

  @Test
  void theyGoTogetherOnceItIsThere() throws InterruptedException {
    var log = new Held(action -> false);

    assertThat(allOf(log, "first", "b", "c", "d")).isEmpty();
    assertThat(log.transactions).containsExactly(List.of("first"), List.of("b", "c", "d"));
  }

  @Test
  void oneThatIsRefusedFailsForItself() throws InterruptedException {
    var log = new Held("bad"::equals);

    assertThat(allOf(log, "first", "b", "bad", "d")).containsOnlyKeys("bad");
    assertThat(log.transactions)
        .containsExactlyInAnyOrder(List.of("first"), List.of("b"), List.of("d"));
  }

  @Test
  void whereNobodyKnowsWhatBecameOfThemAllFailAndNoneIsTriedAgain() throws InterruptedException {
    var log = new Held("bad"::equals);
    log.refusal = new DataAccessResourceFailureException("gone");

    assertThat(allOf(log, "first", "b", "bad", "d")).containsOnlyKeys("b", "bad", "d");
    assertThat(log.tried).containsExactly("first", "b", "bad", "d");
  }

  @Test
  void theirConnectionIsOfNoClinicsShare() {
    var within = new ArrayList<@Nullable String>();
    var rows =
        new JointRows(
            new AuditLog(new JdbcTemplate(), Clock.systemUTC()) {
              @Override
              void alone(List<Access> accesses) {
                within.add(CurrentTenant.idIfAny());
              }
            });

    CurrentTenant.within("busy", () -> rows.putDown(access("read")));

    assertThat(within).containsExactly((String) null);
  }

  @Test
  void oneThatComesWhenAllAreDoneGoesAtOnce() throws InterruptedException {
    var log = new Held("bad"::equals);
    log.isLet.countDown();
    var rows = new JointRows(log);

    assertThatThrownBy(() -> rows.putDown(access("bad")))
        .isInstanceOf(DataIntegrityViolationException.class);
    rows.putDown(access("good"));
    assertThat(log.transactions).containsExactly(List.of("good"));
    assertThat(log.tried).containsExactly("bad", "good");
  }
}
