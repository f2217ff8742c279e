package org.cartwright.platform.scheduling;

import java.time.Duration;

/**
 * How long errands of a kind ever wait; a bean tells it. What is planned for later was planned by a
 * clock that went ahead, and is done as soon as that is seen.
 *
 * @param task the name of the kind
 */
public record LongestWait(String task, Duration most) {

  /** So far apart the clocks of those are at most who share a database. */
  public static final Duration CLOCKS_APART = Duration.ofMinutes(1);
}
