package org.cartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of all modules, by where they lie. */
final class CompiledHouse {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path HOUSE = CLASSES.resolve("org/cartwright");
  private static final List<Path> FILES = files();

  private CompiledHouse() {}

  /** The files of all classes that are of a module. */
  static Stream<Path> classes() {
    return FILES.stream();
  }

  /** The classes of other modules by which these let their rows be read. */
  static Stream<Path> rowsOfOthers(String module) {
    return FILES.stream()
        .filter(file -> !module(file).equals(module))
        .filter(file -> simpleName(file).endsWith("Rows"));
  }

  static String module(Path file) {
    return HOUSE.relativize(file).getName(0).toString();
  }

  static String module(Class<?> type) {
    return type.getName().split("\\.", -1)[2];
  }

  /** The name of a class, or of the one that it is nested in. */
  static String simpleName(Path file) {
    return file.getFileName().toString().replaceFirst("(\\$.*)?\\.class$", "");
  }

  static Class<?> load(Path file) {
    return load(
        CLASSES.relativize(file).toString().replaceFirst("\\.class$", "").replace('/', '.'));
  }

  static Class<?> load(String name) {
    try {
      return Class.forName(name, false, CompiledHouse.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> files() {
    try (var files = Files.walk(HOUSE)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> HOUSE.relativize(file).getNameCount() > 1)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
