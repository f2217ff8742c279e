package org.cartwright.documents.queue;

import java.time.Duration;

/** By when something has to be done, by the machine's own time. */
public final class Deadline {

  private final long end;

  /** So long from now. */
  public Deadline(Duration left) {
    end = System.nanoTime() + left.toNanos();
  }

  /**
   * Goes on while there is time.
   *
   * @throws PrinterBusy when it is over
   */
  public void check() {
    if (System.nanoTime() - end > 0) {
      throw new PrinterBusy();
    }
  }
}
