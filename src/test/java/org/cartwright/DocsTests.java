package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.webhooks.api.EventType;
import org.junit.jupiter.api.Test;

/** What the README and the pages it leads to name is there. */
class DocsTests {

  private static final Path ROOT = Path.of("");
  private static final Path PAGES = Path.of("src/docs");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");
  private static final Pattern SOURCE = Pattern.compile("`([\\w./-]+\\.java)`");
  private static final Pattern EVENT_ROW =
      Pattern.compile("(?m)^\\| `([a-z]+)` \\|([^|]*)\\|([^|]*)\\|");
  private static final Pattern TYPE = Pattern.compile("`([A-Z_]+)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    int links = 0;
    for (var page : pages()) {
      for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
        var target =
            link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
        assertThat(target).as("linked by %s", page).exists();
        if (link.group(2) != null) {
          assertThat(anchors(target)).as("headings of %s", target).contains(link.group(2));
        }
        links++;
      }
    }
    assertThat(links).isGreaterThan(25);
  }

  @Test
  void everyPageHasAHeadingAndSomethingUnderIt() throws IOException {
    assertThat(pages()).allSatisfy(page -> assertThat(page).content().matches("(?s)# .+\n\n.+"));
  }

  /** As a whole path, as one within the house, or as a name where its folder was just named. */
  @Test
  void everySourceThatIsNamedIsThere() throws IOException {
    List<String> sources;
    try (var files = Files.walk(Path.of("src"))) {
      sources = files.map(file -> "/" + file).filter(file -> file.endsWith(".java")).toList();
    }
    var named =
        SOURCE
            .matcher(Files.readString(PAGES.resolve("contributing.md")))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named)
        .allSatisfy(name -> assertThat(sources).as(name).anyMatch(s -> s.endsWith("/" + name)));
  }

  /** Each in the row of its object, and among those of the published API if it is one of them. */
  @Test
  void everyTypeOfEventIsToldOfWithItsObject() throws IOException {
    var rows =
        EVENT_ROW
            .matcher(Files.readString(PAGES.resolve("webhooks.md")))
            .results()
            .flatMap(
                row ->
                    Stream.concat(
                        types(row.group(2)).map(type -> row.group(1) + ", published: " + type),
                        types(row.group(3)).map(type -> row.group(1) + ", ours: " + type)));

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(EventType.values())
                .map(type -> type.kind() + (type.isAlert() ? ", published: " : ", ours: ") + type)
                .toList());
  }

  private static Stream<String> types(String cell) {
    return TYPE.matcher(cell).results().map(type -> type.group(1));
  }

  private static List<Path> pages() throws IOException {
    try (var files = Files.walk(PAGES)) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), files)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  /** As a reader of Markdown makes them: lower case, hyphens between words, no other marks. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
        .collect(Collectors.toUnmodifiableList());
  }
}
