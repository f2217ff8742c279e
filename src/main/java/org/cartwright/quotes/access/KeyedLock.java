package org.cartwright.quotes.access;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Has those who want the same thing take turns, in the order in which they came. Whoever waits here
 * holds no connection to the database meanwhile, as many would who wait for a row.
 */
final class KeyedLock {

  private static final int LINES = 1024;

  /** Two things may share a line, which costs a moment and no more. */
  private final ReentrantLock[] lines =
      Stream.generate(() -> new ReentrantLock(true)).limit(LINES).toArray(ReentrantLock[]::new);

  <T> T take(String thing, Supplier<T> work) {
    var line = lines[Math.floorMod(thing.hashCode(), LINES)];
    line.lock();
    try {
      return work.get();
    } finally {
      line.unlock();
    }
  }
}
