package org.cartwright.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a run measures, from system properties: {@code -Dbench.carts=1000000} carts in the clinic,
 * {@code -Dbench.seconds=20} for each measurement, {@code -Dbench.warmup=10} seconds before it,
 * {@code -Dbench.clients=1,16}, {@code -Dbench.delay=1} milliseconds of the delayed database (0:
 * without that part), {@code -Dbench.cold=1000} requests right after a start, {@code
 * -Dbench.java=-Xmx512m} options of the service, {@code -Dbench.data=DIRECTORY} to keep a clinic
 * for the next run, {@code -Dbench.only=read,search} for some of the operations ({@code list} is
 * the whole list, {@code screens} are the console's). Without any, a run takes about two minutes.
 */
record Settings(
    int carts,
    Duration each,
    Duration warmup,
    List<Integer> clients,
    int delayMillis,
    int cold,
    List<String> javaOptions,
    Path data,
    Path report,
    List<String> only) {

  static Settings fromSystem() {
    return new Settings(
        Integer.getInteger("bench.carts", 1_000),
        Duration.ofSeconds(Integer.getInteger("bench.seconds", 3)),
        Duration.ofSeconds(Integer.getInteger("bench.warmup", 1)),
        Arrays.stream(System.getProperty("bench.clients", "1,16").split(",", -1))
            .map(Integer::valueOf)
            .toList(),
        Integer.getInteger("bench.delay", 1),
        Integer.getInteger("bench.cold", 1_000),
        Arrays.stream(System.getProperty("bench.java", "").split(" ", -1))
            .filter(option -> !option.isBlank())
            .toList(),
        Path.of(System.getProperty("bench.data", "target/bench/data")),
        Path.of("target", "bench", "report.html"),
        Arrays.stream(System.getProperty("bench.only", "").split(",", -1))
            .filter(operation -> !operation.isBlank())
            .toList());
  }

  /** Whether an operation is to be measured. */
  boolean wants(String operation) {
    return only.isEmpty() || only.contains(operation);
  }
}
