package org.cartwright.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was seen, in {@code target/faults/figures.txt}. */
final class Figures {

  private static final Path FILE = Path.of("target", "faults", "figures.txt");

  private Figures() {}

  static void tell(String sentence) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(
          FILE, sentence + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
