package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.platform.idempotency.Idempotency;
import org.cartwright.platform.idempotency.RepeatableRequests;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.bodies.Body;

/**
 * Writes, each with a key of its own and sent until it is acknowledged, as a careful client does;
 * and what was acknowledged, to be held against what is there later.
 */
final class WriteLog {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger brokenOff = new AtomicInteger();
  private final AtomicInteger putOff = new AtomicInteger();
  private final AtomicInteger notLetIn = new AtomicInteger();

  /** A write and its answer. */
  private record Acknowledged(String method, String path, String body, String key, String answer) {

    private Answer again(Api api) {
      return api.with(Idempotency.HEADER, key).send(method, path, BodyPublishers.ofString(body));
    }
  }

  Answer post(Api api, String path, Body<?> body) {
    return write(api, "POST", path, body);
  }

  Answer put(Api api, String path, Body<?> body) {
    return write(api, "PUT", path, body);
  }

  private Answer write(Api api, String method, String path, Body<?> body) {
    var key = UUID.randomUUID().toString();
    var keyed = api.with(Idempotency.HEADER, key);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      underWay.incrementAndGet();
      try {
        var answer = keyed.send(method, path, BodyPublishers.ofString(body.toString()));
        if (answer.status() == 200) {
          acknowledged.add(new Acknowledged(method, path, body.toString(), key, answer.text()));
          return answer;
        }
        assertThat(answer.headers().firstValue("Retry-After"))
            .as("%s %s was answered %s", method, path, answer)
            .isPresent();
        putOff.incrementAndGet();
      } catch (IllegalStateException e) {
        if (!(e.getCause() instanceof IOException)) {
          throw e;
        }
        (e.getCause() instanceof ConnectException ? notLetIn : brokenOff).incrementAndGet();
      } finally {
        underWay.decrementAndGet();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError("%s %s was never acknowledged".formatted(method, path));
  }

  /** How many are acknowledged. */
  int size() {
    return acknowledged.size();
  }

  /** How many nobody has answered yet. */
  int underWay() {
    return underWay.get();
  }

  /** How often a connection broke while somebody waited for an answer. */
  int brokenOff() {
    return brokenOff.get();
  }

  /** How often a write had to be sent again, for whatever reason. */
  int repeated() {
    return brokenOff.get() + putOff.get() + notLetIn.get();
  }

  /** Waits until so many more are acknowledged, and one is under way. */
  void awaitMore(int count) {
    long begin = System.nanoTime();
    int goal = size() + count;
    while (size() < goal || underWay() == 0) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new AssertionError("Nobody is served: %d of %d".formatted(size(), goal));
      }
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  /** Sends everything once more: the answers are the first ones, byte for byte. */
  void isRemembered(Api api) {
    SideBySide.of(
        acknowledged,
        one -> {
          var again = one.again(api);
          assertThat(again.text()).isEqualTo(one.answer());
          assertThat(again.headers().allValues(RepeatableRequests.REPLAYED))
              .isEqualTo(List.of("true"));
        });
  }
}
