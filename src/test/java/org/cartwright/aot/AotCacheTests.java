package org.cartwright.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./mvnw -Paot verify}. */
@Tag("aot")
class AotCacheTests {

  private static final String JAR = "cartwright.jar";
  private static final String CACHE = "cartwright.aot";

  private final Path directory = Path.of(System.getProperty("aot.directory"));
  private final List<String> options =
      List.of(System.getProperty("aot.options").strip().split("\\s+", -1));

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void theServiceStartsFromTheCacheThatATrainingRunLeft() throws Exception {
    extract(Path.of(System.getProperty("aot.jar")));
    var database = TestDatabase.createDatabase();

    Clinic clinic;
    try (var training =
        Service.start(directory, database, trained("-XX:AOTCacheOutput=" + CACHE))) {
      clinic = training.clinic();
      new Training(clinic).run();
    }

    assertThat(directory.resolve(CACHE)).exists();
    write("options", trained("-XX:AOTCache=" + CACHE));
    // With AOTMode=on a cache that does not fit the jar, the JVM or the options ends the start.
    try (var service = Service.start(directory, database, List.of("@options", "-XX:AOTMode=on"))) {
      assertThat(service.at(clinic).get("/billing/cart?size=1").ok().number("/total")).isPositive();
    }
  }

  /** The libraries as files, which is what a cache can remember. */
  private void extract(Path jar) throws Exception {
    Files.createDirectories(directory);
    Files.deleteIfExists(directory.resolve(CACHE));
    var tools = List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--force");
    var command = new ArrayList<>(List.of(Service.java()));
    command.addAll(tools);
    command.addAll(List.of("--destination", directory.toString(), "--application-filename", JAR));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private List<String> trained(String cache) {
    var all = new ArrayList<>(options);
    all.add(cache);
    return all;
  }

  private void write(String file, List<String> lines) throws Exception {
    Files.write(directory.resolve(file), lines);
  }
}
