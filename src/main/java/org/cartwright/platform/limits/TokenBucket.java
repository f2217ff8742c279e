package org.cartwright.platform.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What somebody may still ask: a bucket that fills by itself, by so much a period. */
final class TokenBucket {

  static final String LIMIT = "X-RateLimit-Limit";
  static final String REMAINING = "X-RateLimit-Remaining";
  static final String RESET = "X-RateLimit-Reset";

  private final long capacity;
  private final long nanosForOne;
  private final Bucket bucket;

  TokenBucket(long capacity, long refill, Duration every, TimeMeter time) {
    this.capacity = capacity;
    this.nanosForOne = Math.max(1, every.toNanos() / refill);
    this.bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, every))
            .withCustomTimePrecision(time)
            .build();
  }

  /** Takes one request out of it, if there is one left. */
  boolean take() {
    return bucket.tryConsume(1);
  }

  /** Puts back one that was taken for nothing. */
  void giveBack() {
    bucket.addTokens(1);
  }

  /** The seconds until it holds at least one again. */
  long secondsToWait() {
    var nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return Math.max(1, seconds(nanos));
  }

  /** Tells the client how it stands: the most there is, what is left, and when it is full again. */
  void tell(HttpServletResponse response, Clock clock) {
    var left = Math.max(0, bucket.getAvailableTokens());
    var full = clock.instant().plusNanos((capacity - left) * nanosForOne);
    response.setHeader(LIMIT, Long.toString(capacity));
    response.setHeader(REMAINING, Long.toString(left));
    response.setHeader(
        RESET,
        Long.toString(full.getNano() == 0 ? full.getEpochSecond() : full.getEpochSecond() + 1));
  }

  /** Takes back what somebody else told: whoever is asking has no such limit. */
  static void tellNothing(HttpServletResponse response) {
    for (var header : List.of(LIMIT, REMAINING, RESET)) {
      response.setHeader(header, null);
    }
  }

  private static long seconds(long nanos) {
    return (nanos + 999_999_999) / 1_000_000_000;
  }
}
