package org.cartwright.documents;

import java.time.Duration;

/** By when something has to be done, by the machine's own time. */
final class Deadline {

  private final long end;

  /** So long from now. */
  Deadline(Duration left) {
    end = System.nanoTime() + left.toNanos();
  }

  /**
   * Goes on while there is time.
   *
   * @throws PrinterBusy when it is over
   */
  void check() {
    if (System.nanoTime() - end > 0) {
      throw new PrinterBusy();
    }
  }
}
