package org.cartwright.platform.scheduling;

import java.time.Duration;

/**
 * Work the service does by itself again and again. Of several instances one does it at a time, and
 * what a killed one was at is begun anew by another; each job has a thread of its own, so none
 * waits for another. A bean of this type is all there is to declare.
 */
public interface RecurringJob {

  /** What it is called in the table of jobs: unlike others, and never changed. */
  String name();

  /**
   * How long it rests after each time.
   *
   * @param round how often this installation looks what time has moved
   */
  default Duration every(Duration round) {
    return round;
  }

  /** Does what is due now. What fails here is told in one line of the log and done next time. */
  void goRound();
}
