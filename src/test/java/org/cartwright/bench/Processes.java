package org.cartwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What processes have used so far, as Linux tells it. */
final class Processes {

  /** The kernel tells processor time in hundredths of a second. */
  private static final int MILLIS_PER_TICK = 10;

  private Processes() {}

  /** Processor time of a process in milliseconds, all its threads together. */
  static long cpuMillis(long pid) {
    var fields = stat(pid);
    return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) * MILLIS_PER_TICK;
  }

  /** Of a process and its children, the ones that have ended too. */
  static long cpuMillisOfFamily(long pid) {
    var fields = stat(pid);
    long ended =
        (Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14))) * MILLIS_PER_TICK;
    return ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(child -> cpuMillisOrNone(child.pid()))
            .sum()
        + cpuMillis(pid)
        + ended;
  }

  /** Memory of a process that is resident, in MB. */
  static long residentMegabytes(long pid) {
    try {
      for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
      return 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long cpuMillisOrNone(long pid) {
    try {
      return cpuMillis(pid);
    } catch (IllegalStateException ended) {
      return 0;
    }
  }

  /** From the state of the process on; its name before may have anything in it. */
  private static List<String> stat(long pid) {
    try {
      var text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return new ArrayList<>(List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
