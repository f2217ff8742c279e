package org.cartwright.platform.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

/** One thing that fails never stops the others. */
class FailureBackoffTests {

  private final TestClock clock = new TestClock();
  private final FailureBackoff setbacks = new FailureBackoff("Thing", clock);
  private final List<String> moved = new ArrayList<>();
  private List<String> waiting = List.of("a", "b", "c", "d", "e");

  private long sweep(ToLongFunction<List<String>> move) {
    return setbacks.sweep(
        "glow",
        2,
        (after, resting) ->
            waiting.stream()
                .filter(id -> id.compareTo(after) > 0 && !Arrays.asList(resting).contains(id))
                .limit(2)
                .toList(),
        move);
  }

  private long moveAllBut(String sick, List<String> ids) {
    if (ids.contains(sick)) {
      throw new IllegalStateException("it is sick");
    }
    moved.addAll(ids);
    return ids.size();
  }

  @Test
  void whatSpoilsItsBatchIsFoundAndTheOthersMove() {
    assertThat(sweep(ids -> moveAllBut("c", ids))).isEqualTo(4);
    assertThat(moved).containsExactly("a", "b", "d", "e");
    assertThat(setbacks.resting("glow")).containsExactly("c");
    assertThat(setbacks.resting("other")).isEmpty();
  }

  @Test
  void itIsLeftAloneForTwiceAsLongEachTimeAndAnHourAtMost() {
    waiting = List.of("c");
    var attempts = new TreeSet<Long>();
    for (long second = 0; second < 5 * 3600; second += 60) {
      var now = second;
      clock.in(
          Duration.ofSeconds(second + 1),
          () ->
              sweep(
                  ids -> {
                    attempts.add(now / 60); // once in a batch, once alone
                    return moveAllBut("c", ids);
                  }));
    }
    var asked = List.copyOf(attempts);
    assertThat(asked.subList(0, 3)).containsExactly(0L, 1L, 3L);
    assertThat(asked).hasSizeBetween(7, 11);
    assertThat(asked.get(asked.size() - 1) - asked.get(asked.size() - 2)).isBetween(60L, 61L);
  }

  @Test
  void whatWentWellInTheEndIsForgotten() {
    waiting = List.of("c");
    sweep(ids -> moveAllBut("c", ids));
    clock.in(Duration.ofMinutes(2), () -> sweep(ids -> moveAllBut("", ids)));
    assertThat(setbacks.resting("glow")).isEmpty();
    assertThat(moved).containsExactly("c");
  }

  @Test
  void whatFailedWhileTheClockWasAheadIsNotLeftAloneUntilThen() {
    waiting = List.of("c");
    clock.in(Duration.ofDays(1), () -> sweep(ids -> moveAllBut("c", ids)));
    assertThat(setbacks.resting("glow")).isEmpty();
    sweep(ids -> moveAllBut("", ids));
    assertThat(moved).containsExactly("c");
  }

  @Test
  void whereTheDatabaseIsAwayNothingElseIsTried() {
    assertThatThrownBy(
            () ->
                sweep(
                    ids -> {
                      moved.addAll(ids);
                      throw new CannotCreateTransactionException("away");
                    }))
        .isInstanceOf(CannotCreateTransactionException.class);
    assertThat(moved).containsExactly("a", "b");
    assertThat(setbacks.resting("glow")).isEmpty();
  }

  private static CannotCreateTransactionException crowded() {
    return new CannotCreateTransactionException("no share left", new Conflict("busy", "Busy."));
  }

  @Test
  void aClinicThatHasAllItsConnectionsInUseStopsNoOtherAndIsLeftAloneNoLongerEachTime() {
    for (int minute = 0; minute < 6; minute += 2) {
      clock.in(
          Duration.ofMinutes(minute),
          () -> {
            assertThat(setbacks.resting()).isEmpty();
            setbacks.attempt(
                "glow",
                () ->
                    sweep(
                        ids -> {
                          moved.addAll(ids);
                          throw crowded();
                        }));
            assertThat(setbacks.resting()).containsExactly("glow");
          });
    }
    assertThat(moved).containsExactly("a", "b", "a", "b", "a", "b");
    assertThat(setbacks.resting("glow")).containsExactly("");
  }

  /** As what begins a transaction, and what ends it, make of a connection that broke. */
  private static RuntimeException broken() {
    return new JpaSystemException(
        new RuntimeException(new SQLException("This connection has been closed.", "08003")));
  }

  @Test
  void aConnectionThatBreaksIsNobodysFaultTheFirstTimeAndTheClinicsTheSecond() {
    var breaks =
        (Runnable)
            () -> {
              throw broken();
            };
    assertThatThrownBy(() -> setbacks.attempt("glow", breaks))
        .isInstanceOf(JpaSystemException.class);
    assertThat(setbacks.resting()).isEmpty();
    setbacks.attempt("glow", () -> moved.add("a"));
    assertThatThrownBy(() -> setbacks.attempt("glow", breaks))
        .isInstanceOf(JpaSystemException.class);
    assertThat(setbacks.resting()).isEmpty();
    setbacks.attempt("glow", breaks);
    assertThat(setbacks.resting()).containsExactly("glow");
  }

  @Test
  void aStatementThatTakesTooLongIsTheClinicsOwnFault() {
    setbacks.attempt(
        "glow",
        () -> {
          throw new QueryTimeoutException("slow", new SQLException("slow", "57014"));
        });
    assertThat(setbacks.resting()).containsExactly("glow");
  }
}
