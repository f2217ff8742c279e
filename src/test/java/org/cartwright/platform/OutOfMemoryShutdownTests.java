package org.cartwright.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process without memory ends, wherever it noticed. */
class OutOfMemoryShutdownTests {

  @TempDir private static Path directory;
  private static final Map<String, Process> STARTED = new HashMap<>();

  @BeforeAll
  static void startAllAtOnce() throws IOException {
    for (var where : RunsOutOfMemory.PLACES) {
      STARTED.put(
          where,
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  RunsOutOfMemory.class.getName(),
                  where)
              .redirectErrorStream(true)
              .redirectOutput(output(where).toFile())
              .start());
    }
  }

  @AfterAll
  static void endAll() {
    STARTED.values().forEach(Process::destroyForcibly);
  }

  static List<String> places() {
    return RunsOutOfMemory.PLACES;
  }

  private static Path output(String where) {
    return directory.resolve(where);
  }

  @ParameterizedTest
  @MethodSource("places")
  void theProcessEndsAsTheJvmItselfWouldEndIt(String where) throws Exception {
    var process = Objects.requireNonNull(STARTED.get(where));

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();

    var said = Files.readString(output(where), UTF_8);
    assertThat(process.exitValue()).as(said).isEqualTo(3);
    assertThat(said).contains("Out of memory: the process ends.").doesNotContain("still alive");
  }
}
