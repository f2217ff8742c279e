package org.cartwright.generator;

import java.io.PrintStream;
import java.time.Duration;

/** How far the work is: a bar on a terminal, a line for each tenth elsewhere. */
final class ProgressReport {

  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean onTerminal;
  private final int all;
  private final long begin = System.nanoTime();
  private int done;
  private int tenths;

  ProgressReport(PrintStream out, boolean onTerminal, int all) {
    this.out = out;
    this.onTerminal = onTerminal;
    this.all = all;
  }

  /** So many more are done. */
  synchronized void add(int more) {
    done += more;
    int tenth = (int) (done * 10L / all);
    if (onTerminal) {
      int full = (int) ((long) done * WIDTH / all);
      out.printf("\r[%s%s] %s ", "#".repeat(full), ".".repeat(WIDTH - full), words());
      if (done == all) {
        out.println();
      }
    } else if (tenth > tenths) {
      tenths = tenth;
      out.println(words());
    }
  }

  private String words() {
    var passed = Duration.ofNanos(System.nanoTime() - begin);
    long perSecond = done * 1_000L / Math.max(1, passed.toMillis());
    var left = Duration.ofSeconds((all - done) / Math.max(1, perSecond));
    return "%,d of %,d carts after %s, %,d a second, %s left"
        .formatted(done, all, minutes(passed), perSecond, minutes(left));
  }

  private static String minutes(Duration time) {
    return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
