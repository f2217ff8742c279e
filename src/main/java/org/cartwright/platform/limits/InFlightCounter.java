package org.cartwright.platform.limits;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is being answered right now. */
final class InFlightCounter {

  private final int limit;
  private final AtomicInteger count = new AtomicInteger();

  InFlightCounter(int limit) {
    this.limit = limit;
  }

  /** Lets one in, unless there are as many as there may be. Whoever was let in has to leave. */
  boolean enter() {
    if (count.incrementAndGet() <= limit || limit == 0) {
      return true;
    }
    count.decrementAndGet();
    return false;
  }

  void leave() {
    count.decrementAndGet();
  }
}
