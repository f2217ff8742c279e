package org.cartwright.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The release before this one, built from its source. No jar of it is published, so it is the
 * revision that {@code -Dfaults.previous} names, or the last one without the newest migration.
 */
final class PreviousRelease {

  private static final Path FOLDER = Path.of("target", "faults", "previous").toAbsolutePath();

  private PreviousRelease() {}

  /** Its jar; whoever asks is skipped where its source is not to be had. */
  static Path jar() throws IOException, InterruptedException {
    var revision = revision();
    assumeTrue(
        revision != null,
        "The release before this one cannot be built: there is no git here, or too little of its history");
    var source = FOLDER.resolve(revision);
    if (!Files.isDirectory(source)) {
      Files.createDirectories(FOLDER);
      var archive = FOLDER.resolve(revision + ".tar").toString();
      run(Path.of(""), "git", "archive", "--output=" + archive, revision);
      Files.createDirectories(source);
      run(source, "tar", "-xf", archive);
    }
    if (jars(source).isEmpty()) {
      run(source, "./mvnw", "-B", "-ntp", "-q", "package", "-Dmaven.test.skip=true");
    }
    return jars(source).getFirst();
  }

  private static @Nullable String revision() throws IOException, InterruptedException {
    try {
      var named = System.getProperty("faults.previous");
      if (named != null) {
        return said("git", "rev-parse", "--verify", "--quiet", named + "^{commit}");
      }
      var newest = said("git", "log", "-1", "--format=%H", "--", "src/main/resources/db/migration");
      return newest == null ? null : said("git", "rev-parse", "--verify", "--quiet", newest + "^");
    } catch (IOException noGit) {
      return null;
    }
  }

  private static List<Path> jars(Path source) throws IOException {
    var target = source.resolve("target");
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (var files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches("cartwright-[^/]*\\.jar"))
          .toList();
    }
  }

  private static @Nullable String said(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    return process.waitFor() == 0 && !said.isEmpty() ? said : null;
  }

  private static void run(Path directory, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command);
    builder.directory(directory.toAbsolutePath().toFile()).inheritIO();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
  }
}
