package org.cartwright.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same moment, each on a thread of its own. */
public final class AtOnce {

  private AtOnce() {}

  /** The results in the order of the jobs, once all are done; fails if one of them failed. */
  public static <T> List<T> all(List<? extends Callable<T>> jobs) {
    var start = new CyclicBarrier(jobs.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (var job : jobs) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return job.call();
                }));
      }
      var results = new ArrayList<T>();
      for (var one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
