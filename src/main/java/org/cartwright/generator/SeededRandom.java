package org.cartwright.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What is drawn from a seed: the same one draws the same. */
final class SeededRandom {

  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

  private final SplittableRandom random;

  /**
   * @param part tells apart what is drawn from one seed independently
   */
  SeededRandom(long seed, long part) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + part);
  }

  boolean in(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From the first to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  /** Below the bound, small ones more often: a few are had by many. */
  int skewed(int bound) {
    return (int) ((long) random.nextInt(bound) * random.nextInt(bound) / bound);
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Up to so long before a moment, later ones more often. */
  Instant before(Instant moment, Duration atMost) {
    long seconds = atMost.toSeconds();
    long back = Math.min(random.nextLong(seconds), random.nextLong(seconds));
    return moment.minusSeconds(back).minusNanos(random.nextInt(1_000_000) * 1000L);
  }

  /** So many seconds to so many seconds later, to the microsecond, but not after an end. */
  Instant after(Instant moment, int fromSeconds, int toSeconds, Instant end) {
    var later =
        moment.plusSeconds(between(fromSeconds, toSeconds)).plusNanos(between(0, 999_999) * 1000L);
    return later.isAfter(end) ? end : later;
  }

  /** An id as the service gives them, of a moment. */
  String id(String kind, Instant moment) {
    var id = new char[26];
    long time = moment.toEpochMilli();
    for (int i = 9; i >= 0; i--, time >>>= 5) {
      id[i] = DIGITS[(int) (time & 31)];
    }
    long bits = 0;
    for (int i = 10; i < 26; i++, bits >>>= 5) {
      if (i == 10 || i == 18) {
        bits = random.nextLong();
      }
      id[i] = DIGITS[(int) (bits & 31)];
    }
    return kind + "_" + new String(id);
  }
}
