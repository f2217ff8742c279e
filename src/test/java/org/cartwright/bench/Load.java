package org.cartwright.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * A closed loop: each client does the next thing as soon as the last is answered. Its latencies are
 * those under saturation.
 */
final class Load {

  private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

  private Load() {}

  /** What came of it. */
  record Result(Histogram micros, long errors, Duration took) {

    long count() {
      return micros.getTotalCount();
    }

    double perSecond() {
      return count() * 1e9 / took.toNanos();
    }

    double millis(double percentile) {
      return micros.getValueAtPercentile(percentile) / 1000.0;
    }
  }

  /** Lets so many clients work for a time, or until each has done so much. */
  static Result run(int clients, Duration time, long atMostEach, Operation.Maker maker)
      throws Exception {
    var errors = new AtomicLong();
    var micros = new Histogram(LONGEST_MICROS, 3);
    long begin = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var running = new ArrayList<Future<Histogram>>();
      for (int i = 0; i < clients; i++) {
        int client = i;
        running.add(
            threads.submit(() -> loop(client, begin + time.toNanos(), atMostEach, maker, errors)));
      }
      for (var one : running) {
        micros.add(one.get());
      }
    }
    return new Result(micros, errors.get(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private static Histogram loop(
      int client, long end, long atMost, Operation.Maker maker, AtomicLong errors)
      throws Exception {
    var micros = new Histogram(LONGEST_MICROS, 3);
    try (var operation = maker.make(client)) {
      for (long n = 0; n < atMost && System.nanoTime() < end; n++) {
        long start = System.nanoTime();
        try {
          operation.once();
          micros.recordValue(Math.min((System.nanoTime() - start) / 1000, LONGEST_MICROS));
        } catch (Exception e) {
          if (errors.getAndIncrement() == 0) {
            System.err.println("The first error of a measurement: " + e);
          }
        }
      }
    }
    return micros;
  }
}
