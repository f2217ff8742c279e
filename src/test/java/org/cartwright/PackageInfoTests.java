package org.cartwright;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a {@code package-info.java} says about its room is so. */
class PackageInfoTests {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?(org\\.cartwright(?:\\.[a-z]+)+)\\.", Pattern.MULTILINE);
  private static final Pattern LOOKS_AT = Pattern.compile("Looks at (.+?)(?:[;*]|\\.(?: |$))");
  private static final Pattern MODULE = Pattern.compile("^(org\\.cartwright\\.[a-z]+)\\..*$");
  private static final Pattern NAME = Pattern.compile("[a-z]+(?:\\.[a-z]+)*");

  /**
   * A room's name stands for the rooms in it, which it may look at without a word, and the face is
   * the module's own package.
   */
  @Test
  void aRoomLooksAtTheRoomsOfItsModuleThatItSaysItLooksAt() {
    var rooms = rooms();
    var wrong = new HashMap<String, String>();
    int told = 0;
    for (var room : rooms.keySet()) {
      var claim = LOOKS_AT.matcher(comment(room));
      if (claim.find()) {
        told++;
        var said = said(claim.group(1), room, rooms.keySet());
        var used = used(room, rooms);
        if (!said.equals(used)) {
          wrong.put(room, "says %s and looks at %s".formatted(said, used));
        }
      }
    }
    assertThat(told).isGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  /** The rooms of a module, each with what its sources import. */
  private static Map<String, Set<String>> rooms() {
    try (var files = Files.walk(SOURCES)) {
      var rooms = new HashMap<String, Set<String>>();
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file ->
                  rooms
                      .computeIfAbsent(room(file), name -> new TreeSet<>())
                      .addAll(imported(read(file))));
      return rooms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String room(Path file) {
    return SOURCES.relativize(file.getParent()).toString().replace('/', '.').replace('\\', '.');
  }

  private static Set<String> imported(String source) {
    return IMPORT.matcher(source).results().map(found -> found.group(1)).collect(toSet());
  }

  private static String comment(String room) {
    var file = SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java");
    return Files.exists(file)
        ? read(file).replaceAll("\\s*\\n \\* ?", " ").replaceAll("\\{@code ([^}]*)}", "$1")
        : "";
  }

  private static Set<String> used(String room, Map<String, Set<String>> rooms) {
    return outermost(
        rooms.getOrDefault(room, Set.of()).stream()
            .filter(other -> module(other).equals(module(room)) && !isIn(other, room))
            .collect(toSet()));
  }

  private static Set<String> said(String claim, String room, Set<String> rooms) {
    return outermost(
        NAME.matcher(claim)
            .results()
            .map(MatchResult::group)
            .map(name -> name.equals("face") ? module(room) : module(room) + "." + name)
            .filter(rooms::contains)
            .filter(other -> !isIn(other, room))
            .collect(toSet()));
  }

  private static Set<String> outermost(Set<String> rooms) {
    return rooms.stream()
        .filter(room -> rooms.stream().noneMatch(other -> isIn(room, other) && !room.equals(other)))
        .collect(toCollection(TreeSet::new));
  }

  /** Whether a room is another, or in that; the face has no rooms in it. */
  private static boolean isIn(String inner, String outer) {
    return inner.equals(outer) || (!outer.equals(module(outer)) && inner.startsWith(outer + "."));
  }

  private static String module(String room) {
    return MODULE.matcher(room).replaceFirst("$1");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
