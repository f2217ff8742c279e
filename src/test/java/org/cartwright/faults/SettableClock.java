package org.cartwright.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The wall clock of a process, which is set while it runs. What passes between two moments stays
 * what it is. The library that does it is compiled here, by the machine's C compiler.
 */
final class SettableClock {

  private static final Path SOURCE =
      Path.of("src", "test", "resources", "faults", "settable_clock.c");

  private final Path library;
  private final Path file;

  private SettableClock(Path library, Path file) {
    this.library = library;
    this.file = file;
    set(Duration.ZERO);
  }

  /** A clock that is right, unless this machine cannot make such a one. */
  static Optional<SettableClock> in(Path folder) {
    try {
      Files.createDirectories(folder);
      var library = folder.resolve("settable_clock.so").toAbsolutePath();
      var compiler =
          new ProcessBuilder(
                  "cc",
                  "-shared",
                  "-fPIC",
                  "-O2",
                  "-o",
                  library.toString(),
                  SOURCE.toString(),
                  "-ldl")
              .inheritIO()
              .start();
      return compiler.waitFor() == 0
          ? Optional.of(new SettableClock(library, folder.resolve("clock").toAbsolutePath()))
          : Optional.empty();
    } catch (IOException noCompiler) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a process has to be told that goes by it. */
  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "SETTABLE_CLOCK", file.toString());
  }

  /** From now on it is so much ahead, or behind if that is negative. */
  void set(Duration ahead) {
    var seconds =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.nativeOrder())
            .putLong(ahead.toSeconds())
            .array();
    try {
      Files.write(file, seconds, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
