package org.cartwright.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.platform.idempotency.Idempotency;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.bodies.Body;

/** One request that is sent five times at the same moment, over all instances. */
final class Duplicates {

  private static final int COPIES = 5;
  private static final int ATTEMPTS = 60;

  private Duplicates() {}

  /** What each of a new cart was answered in the end; whoever is asked to wait waits. */
  static List<Answer> of(String key, Body<?> cart, List<Api> instances) {
    var copies = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < COPIES; i++) {
      var at = instances.get(i % instances.size()).with(Idempotency.HEADER, key);
      copies.add(() -> untilDone(at, cart));
    }
    return AtOnce.all(copies);
  }

  private static Answer untilDone(Api at, Body<?> cart) {
    for (int attempt = 1; ; attempt++) {
      var answer = at.post("/billing/cart", cart);
      if (attempt == ATTEMPTS || answer.headers().firstValue("Retry-After").isEmpty()) {
        return answer.ok();
      }
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }
}
