package org.cartwright.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process without memory ends, wherever it noticed. */
class OutOfMemoryShutdownTests {

  @ParameterizedTest
  @ValueSource(strings = {"request", "virtual thread", "errand that only tells the log"})
  void theProcessEndsAsTheJvmItselfWouldEndIt(String where, @TempDir Path directory)
      throws Exception {
    var output = directory.resolve("output");
    var process =
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
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }

    var said = Files.readString(output, UTF_8);
    assertThat(process.exitValue()).as(said).isEqualTo(3);
    assertThat(said).contains("Out of memory: the process ends.").doesNotContain("still alive");
  }
}
