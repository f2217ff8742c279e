package org.cartwright.generator;

import java.time.Duration;
import java.time.Instant;

/**
 * A clinic to generate.
 *
 * @param now the moment until which it has been open
 */
record GeneratorOptions(String tenant, int carts, long seed, Instant now) {

  /** How long ago its first cart was opened at most. */
  static final Duration OPEN_FOR = Duration.ofDays(5 * 365);

  /** Carts that are made together. */
  static final int BATCH = 2_000;

  GeneratorOptions {
    if (carts < 1 || carts > 100_000_000) {
      throw new IllegalArgumentException("a clinic is generated with 1 to 100,000,000 carts");
    }
  }

  Instant opening() {
    return now.minus(OPEN_FOR).minus(Duration.ofDays(1));
  }

  int patients() {
    return Math.max(5, carts / 4);
  }

  int items() {
    return Math.clamp(carts / 50L, 12, 400);
  }

  int packages() {
    return Math.max(2, items() / 10);
  }

  int providers() {
    return Math.clamp(carts / 2_000L, 2, 25);
  }

  int batches() {
    return (carts + BATCH - 1) / BATCH;
  }

  /** How many carts a batch has. */
  int cartsOf(int batch) {
    return Math.min(BATCH, carts - batch * BATCH);
  }

  /** The id of a patient, by number from 0. */
  String patient(int number) {
    return "pat_%08d".formatted(number);
  }

  /** The id of a provider, by number from 0. */
  String provider(int number) {
    return "prov_%03d".formatted(number);
  }
}
