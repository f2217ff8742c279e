package org.cartwright.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Looks at many things, some at a time. */
final class SideBySide {

  private static final int AT_A_TIME = 8;

  private SideBySide() {}

  /** Does something to all of them; fails as the first does that fails. */
  static <T> void of(Collection<T> things, Consumer<? super T> look) {
    var looks = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (var thing : things) {
        looks.add(threads.submit(() -> look.accept(thing)));
      }
      for (var one : looks) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Error failed ? failed : new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
