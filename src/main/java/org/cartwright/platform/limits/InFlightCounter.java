package org.cartwright.platform.limits;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is being answered right now. */
final class InFlightCounter {

  private final AtomicInteger count = new AtomicInteger();

  /**
   * Lets one in, unless there are as many as there may be. Whoever was let in has to leave.
   *
   * @param limit 0 is none
   */
  boolean enter(int limit) {
    if (count.incrementAndGet() <= limit || limit == 0) {
      return true;
    }
    count.decrementAndGet();
    return false;
  }

  void leave() {
    count.decrementAndGet();
  }

  int now() {
    return count.get();
  }
}
