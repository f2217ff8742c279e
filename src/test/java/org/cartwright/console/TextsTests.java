package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console's texts are whole in each of its languages. */
class TextsTests {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates/console");
  private static final Pattern USED = Pattern.compile("#\\{([a-z][\\w.]*)[}(]");
  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  private static final Path TEXTS = Path.of("src/main/resources/org/cartwright/console");

  /** All of a language: the console's own and those of each of its rooms. */
  private static Properties texts(String name) {
    var texts = new Properties();
    try (var files = Files.walk(TEXTS)) {
      for (var file : files.filter(it -> it.endsWith(name)).toList()) {
        var read = new Properties();
        read.load(Files.newBufferedReader(file));
        assertThat(texts.keySet()).as("said once").doesNotContainAnyElementsOf(read.keySet());
        texts.putAll(read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  @Test
  void spanishSaysAllThatEnglishSays() {
    var english = texts("texts.properties");
    var spanish = texts("texts_es.properties");

    assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(spanish.getProperty(key)).as(key).isNotBlank();
      assertThat(gaps(spanish.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
      assertThat(english.getProperty(key) + spanish.getProperty(key)).as(key).doesNotContain("'");
    }
  }

  private static Set<String> gaps(String text) {
    var gaps = new TreeSet<String>();
    GAP.matcher(text).results().forEach(found -> gaps.add(found.group()));
    return gaps;
  }

  @Test
  void everyTextThatAPageUsesIsThere() throws IOException {
    var english = texts("texts.properties").stringPropertyNames();
    var used = new TreeSet<String>();
    try (var pages = Files.list(TEMPLATES)) {
      for (var page : pages.toList()) {
        USED.matcher(Files.readString(page)).results().forEach(found -> used.add(found.group(1)));
      }
    }
    assertThat(used).hasSizeGreaterThan(20).isSubsetOf(english);
  }
}
