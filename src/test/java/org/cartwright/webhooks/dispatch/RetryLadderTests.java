package org.cartwright.webhooks.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryLadderTests {

  private static final Instant SINCE = Instant.parse("2026-03-11T14:00:00Z");

  private final RetryLadder ladder =
      new RetryLadder(
          Stream.of("PT1S", "PT5S", "PT15S", "PT1M", "PT5M", "PT15M", "PT1H")
              .map(Duration::parse)
              .toList(),
          Duration.ofHours(24));

  private static final List<Long> SECONDS = List.of(1L, 5L, 15L, 60L, 300L, 900L, 3600L);

  @Test
  void eachPauseIsLongerThanTheLastAndUpToAFifthOfItIsChance() {
    for (int attempts = 1; attempts <= 10; attempts++) {
      long pause = SECONDS.get(Math.min(attempts, 7) - 1);
      for (int n = 0; n < 200; n++) {
        var waited =
            Duration.between(SINCE, ladder.next(attempts, SINCE, SINCE, null).orElseThrow());
        assertThat(waited).isBetween(Duration.ofSeconds(pause), Duration.ofMillis(pause * 1200));
      }
    }
    assertThat(
            Stream.generate(() -> ladder.next(7, SINCE, SINCE, null).orElseThrow())
                .limit(200)
                .distinct()
                .count())
        .isGreaterThan(50);
  }

  @Test
  void anEventIsTriedForADayAndThenGivenUp() {
    var moments = new ArrayList<Instant>();
    var now = SINCE;
    for (int attempts = 1; ; attempts++) {
      var next = ladder.next(attempts, SINCE, now, null);
      if (next.isEmpty()) {
        break;
      }
      now = next.get();
      moments.add(now);
    }
    assertThat(moments.size()).isBetween(25, 30);
    assertThat(moments.getLast())
        .isBetween(SINCE.plus(Duration.ofMinutes(22 * 60 + 40)), SINCE.plus(Duration.ofHours(24)));
  }

  @Test
  void whatAReceiverAsksForIsGrantedIfItIsLongerAndNotTooLong() {
    assertThat(ladder.next(1, SINCE, SINCE, Duration.ofSeconds(90)))
        .contains(SINCE.plusSeconds(90));
    assertThat(ladder.next(4, SINCE, SINCE, Duration.ofSeconds(3)).orElseThrow())
        .isAfterOrEqualTo(SINCE.plusSeconds(60));
    assertThat(ladder.next(1, SINCE, SINCE, Duration.ofDays(90)))
        .contains(SINCE.plus(RetryLadder.LONGEST_WISH));
    assertThat(ladder.next(1, SINCE, SINCE, Duration.ofSeconds(-5)).orElseThrow())
        .isAfterOrEqualTo(SINCE.plusSeconds(1));
  }

  @Test
  void afterEachOfThePausesItIsTriedOnceThoughADayIsOver() {
    var later = SINCE.plus(Duration.ofDays(2));

    for (int attempts = 1; attempts <= 7; attempts++) {
      assertThat(ladder.next(attempts, SINCE, later, null)).isPresent();
    }
    assertThat(ladder.next(8, SINCE, later, null)).isEmpty();
  }

  @Test
  void nothingEverWaitsLongerThanTheLongest() {
    assertThat(ladder.longest()).isEqualTo(RetryLadder.LONGEST_WISH);
    assertThat(new RetryLadder(List.of(Duration.ofHours(10)), Duration.ofHours(24)).longest())
        .isEqualTo(Duration.ofHours(12));
  }

  @Test
  void withoutPausesThereIsNoLadder() {
    var second = Duration.ofSeconds(1);
    for (var none :
        List.of(
            List.<Duration>of(), List.of(Duration.ZERO), List.of(second, Duration.ofSeconds(-5)))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RetryLadder(none, Duration.ofHours(24)))
          .withMessage(
              "cartwright.webhook-pauses names pauses, each longer than nothing, as 1s,5m");
    }
  }
}
