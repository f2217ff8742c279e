package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.platform.errors.Sentence;
import org.cartwright.platform.texts.Reason;
import org.junit.jupiter.api.Test;

/** What services refuse is told in each language of the console, whichever of them it is. */
class RefusalTextsTests {

  private static final Path SOURCES = Path.of("src/main/java/org/cartwright");

  /** What no form of the console meets, and why. */
  private static final Set<String> OF_NO_FORM =
      Set.of(
          "ErasureRefusal", // the operator's
          "PreconditionFailed"); // a header's

  private static final Pattern KIND = Pattern.compile("class (\\w+) extends Conflict\\b");
  private static final Pattern PREFIX = Pattern.compile("super\\(\\s*\"(\\w+\\.)\" \\+ reason");
  private static final Pattern WHOLE =
      Pattern.compile("(?:super|new Conflict)\\(\\s*\"([a-z]+\\.\\w+)\",");
  private static final Pattern NAMING = Pattern.compile("Sentence\\.of\\(\\s*\"([^\"]*%[^\"]*)\"");
  private static final Pattern GLUED =
      Pattern.compile("Violation\\s*\\.(?:of|inBody)\\([^;]*?\"\\s*(?:\\+|\\.formatted)");
  private static final Pattern WITHOUT_CODE =
      Pattern.compile("(?:super|new Conflict)\\(\\s*\"[^\"]* [^\"]*\"");

  private static Properties spanish() {
    var texts = new Properties();
    try (var file =
        Files.newBufferedReader(
            Path.of("src/main/resources/org/cartwright/platform/texts/refusals_es.properties"))) {
      texts.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<String> sources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(it -> it.toString().endsWith(".java"))
          .map(RefusalTextsTests::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> codes(String source) {
    var whole = found(WHOLE, source);
    var prefix = found(PREFIX, source).findFirst();
    if (prefix.isEmpty()) {
      return whole;
    }
    var kind = found(KIND, source).findFirst().orElseThrow();
    var reasons = Pattern.compile("new %s\\(\\s*\"(\\w+)\",".formatted(kind));
    return Stream.concat(whole, found(reasons, source).map(it -> prefix.get() + it));
  }

  private static Stream<String> found(Pattern pattern, String source) {
    return pattern.matcher(source).results().map(it -> it.group(1));
  }

  @Test
  void whateverIsRefusedHasItsWordsInSpanish() throws IOException {
    var sources = sources();
    var codes =
        sources.stream()
            .flatMap(RefusalTextsTests::codes)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(codes)
        .hasSizeGreaterThan(80)
        .contains("cart.held", "order.blocked", "stock.less", "terms.nameTaken", "id.taken");
    var told = spanish().stringPropertyNames();
    assertThat(codes).allSatisfy(code -> assertThat(told).contains("refusal." + code));
    assertThat(told.stream().map(key -> key.split("\\.", -1)).filter(key -> key.length == 3))
        .filteredOn(key -> !key[1].equals("invalid"))
        .allSatisfy(key -> assertThat(codes).contains(key[1] + "." + key[2]));
  }

  @Test
  void nothingIsRefusedThatNothingNames() throws IOException {
    assertThat(sources())
        .filteredOn(
            source -> source.contains("new Conflict(") || source.contains("extends Conflict "))
        .filteredOn(source -> WITHOUT_CODE.matcher(source).find())
        .allSatisfy(
            source ->
                assertThat(found(KIND, source).toList())
                    .isNotEmpty()
                    .allMatch(OF_NO_FORM::contains));
  }

  @Test
  void whatIsWrongWithARequestIsNamedByWhatTheServiceSays() throws IOException {
    var sentences =
        sources().stream()
            .flatMap(source -> Pattern.compile("\"([^\"\n]{8,})\"").matcher(source).results())
            .map(
                (Function<MatchResult, String>)
                    it -> Reason.saying(Sentence.of(it.group(1))).code())
            .collect(Collectors.toSet());

    assertThat(spanish().stringPropertyNames())
        .filteredOn(key -> key.startsWith("refusal.invalid."))
        .hasSizeGreaterThan(30)
        .allSatisfy(key -> assertThat(sentences).contains(key.replaceFirst("refusal\\.", "")));
  }

  @Test
  void whatIsWrongWithARequestAndNamesSomethingHasItsWordsInSpanish() throws IOException {
    var sources = sources();
    var naming = sources.stream().flatMap(it -> found(NAMING, it)).toList();
    var spanish = spanish();

    assertThat(naming)
        .contains("a patient has %s tags at most")
        .allSatisfy(
            sentence -> {
              var key = "refusal." + Reason.saying(Sentence.of(sentence)).code();
              assertThat(spanish.getProperty(key)).as(key).isNotNull();
              assertThat(spanish.getProperty(key).split("\\{", -1))
                  .as(key)
                  .hasSameSizeAs(sentence.split("%s", -1));
            });
    assertThat(sources.stream().flatMap(it -> GLUED.matcher(it).results().map(MatchResult::group)))
        .as("is said with Sentence.of")
        .isEmpty();
  }

  @Test
  void whatASentenceNamesIsNoPartOfItsName() {
    var sentence = Sentence.of("a patient has %s tags at most", 50);

    assertThat(sentence.text()).isEqualTo("a patient has 50 tags at most");
    assertThat(Reason.saying(sentence))
        .isEqualTo(new Reason("invalid.a-patient-has-tags-at-most", List.of(50)));
    assertThat(Sentence.of("at most 100 % off").text()).isEqualTo("at most 100 % off");
  }
}
