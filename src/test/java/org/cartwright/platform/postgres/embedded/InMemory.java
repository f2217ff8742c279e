package org.cartwright.platform.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Where the databases of tests lie: in memory where there is plenty. A commit waits there as well,
 * but not for a disk, whose waits prove nothing. What a killed server loses and keeps is the same.
 */
public final class InMemory implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 6L << 30;

  /** Of this user, and of each JVM below its number. */
  static final Path DIRECTORIES =
      isRoomy()
          ? MEMORY.resolve("cartwright-tests-" + System.getProperty("user.name"))
          : Path.of("target", "postgres-data").toAbsolutePath();

  static String ofThisJvm() {
    return Long.toString(ProcessHandle.current().pid());
  }

  /** The number of the JVM that has, or had, one of them. */
  static long jvmOf(Path directory) {
    return Long.parseLong(directory.getFileName().toString().split("-", 2)[0]);
  }

  private static boolean isRoomy() {
    var memory = MEMORY.toFile();
    return memory.canWrite() && memory.getUsableSpace() > ROOM;
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    return Files.createTempDirectory(Files.createDirectories(DIRECTORIES), ofThisJvm() + "-");
  }
}
