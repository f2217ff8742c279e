package org.cartwright.console.page;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago something was, as people say it.
 *
 * @param key of its text, which says the unit
 * @param number how many of it
 */
public record Age(String key, long number) {

  private static final long MOST_DAYS = 60;
  private static final long DAYS_OF_A_MONTH = 30;

  public static Age between(Instant then, Instant now) {
    var passed = Duration.between(then, now);
    if (passed.toMinutes() < 1) {
      return new Age("age.now", 0);
    }
    if (passed.toHours() < 1) {
      return new Age("age.minutes", passed.toMinutes());
    }
    if (passed.toDays() < 1) {
      return new Age("age.hours", passed.toHours());
    }
    return passed.toDays() < MOST_DAYS
        ? new Age("age.days", passed.toDays())
        : new Age("age.months", passed.toDays() / DAYS_OF_A_MONTH);
  }
}
