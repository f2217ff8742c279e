package org.cartwright.webhooks.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When an event is tried again: soon at first, then hourly, for a day in all, and after each of the
 * pauses once even if a clock says that the day is over. A fifth is added by chance, so that what
 * failed together does not come back together.
 */
@Component
class RetryLadder {

  /** What a receiver asks for is granted up to here. */
  static final Duration LONGEST_WISH = Duration.ofHours(6);

  private static final int PARTS = 5;

  private final List<Duration> pauses;
  private final Duration patience;

  /**
   * @param pauses after each attempt; the last one again and again
   * @param patience how long an event is tried
   */
  RetryLadder(
      @Value("${cartwright.webhook-pauses:1s,5s,15s,60s,5m,15m,1h}") List<Duration> pauses,
      @Value("${cartwright.webhook-patience:24h}") Duration patience) {
    if (pauses.isEmpty() || !pauses.stream().allMatch(Duration::isPositive)) {
      throw new IllegalArgumentException(
          "cartwright.webhook-pauses names pauses, each longer than nothing, as 1s,5m");
    }
    this.pauses = List.copyOf(pauses);
    this.patience = patience;
  }

  /**
   * When to try again after an attempt that failed, or nothing if it is given up.
   *
   * @param attempts how many were made
   * @param since when the first was due
   * @param wish what the receiver asked for, if it did
   */
  Optional<Instant> next(int attempts, Instant since, Instant now, @Nullable Duration wish) {
    var pause = pauses.get(Math.min(attempts, pauses.size()) - 1);
    var longer =
        pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / PARTS + 1));
    var granted = wish == null || wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH;
    var next = now.plus(granted == null || granted.compareTo(longer) < 0 ? longer : granted);
    var isOver = attempts > pauses.size() && next.isAfter(since.plus(patience));
    return isOver ? Optional.empty() : Optional.of(next);
  }

  /** The longest that anything ever waits for another attempt. */
  Duration longest() {
    var pause = pauses.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    var longer = pause.plus(pause.dividedBy(PARTS));
    return longer.compareTo(LONGEST_WISH) > 0 ? longer : LONGEST_WISH;
  }
}
