package org.cartwright.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recommended rules of Redocly's and Spectral's linters find no error in the documents. They
 * come from npm, as {@code src/test/openapi} pins them, and are installed once for all builds of a
 * user; where there is no npm and no Node they run on, these tests are skipped and say so.
 *
 * <p>A linter is started once, for all documents and a broken one: its start takes longest.
 */
@CartwrightTest
class OpenApiLintTests {

  private static final Path SETTINGS = Path.of("src", "test", "openapi");
  private static final Path HERE = Path.of("target", "openapi-lint");
  private static final JsonMapper JSON = new JsonMapper();

  private static final String CLINICS = "openapi.json";
  private static final String ORDERS = "orders.json";
  private static final String OPERATOR = "platform.json";
  private static final String BROKEN = "broken.json";

  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+).*", Pattern.DOTALL);

  private static List<Found> redocly = List.of();
  private static List<Found> spectral = List.of();

  /** What a linter says of a document. */
  private record Found(String document, String rule, boolean isError, String message) {}

  @BeforeAll
  static void lint(@Autowired Clinics clinics) throws Exception {
    assumeTrue(
        nodeIsThere(), "No Node (20.19 or later) on the path: the documents are not linted.");
    Files.createDirectories(HERE);
    try (var files = Files.list(SETTINGS)) {
      for (var file : files.toList()) {
        Files.copy(file, HERE.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    var programs = installed();
    write("/v3/api-docs", CLINICS, clinics);
    write("/v3/api-docs/orders", ORDERS, clinics);
    write("/v3/api-docs/platform", OPERATOR, clinics);
    Files.writeString(
        HERE.resolve(BROKEN),
        Files.readString(HERE.resolve(OPERATOR))
            .replace("\"operationId\":\"issue_key\"", "\"operationId\":\"revoke_key\""));

    var first = start(linter(programs, "redocly", "--format=json"));
    var second =
        start(linter(programs, "spectral", "--format=json", "--ruleset", ".spectral.yaml"));
    redocly = ofRedocly(first.outcome().said());
    spectral = ofSpectral(second.outcome().said());
  }

  @ParameterizedTest
  @ValueSource(strings = {CLINICS, ORDERS, OPERATOR})
  void redoclysRecommendedRulesFindNoErrorInTheDocuments(String document) {
    assertThat(errors(redocly, document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CLINICS, ORDERS, OPERATOR})
  void spectralsRecommendedRulesFindNoErrorInTheDocuments(String document) {
    assertThat(errors(spectral, document)).isEmpty();
  }

  @Test
  void anErrorIsFound() {
    for (var found : List.of(redocly, spectral)) {
      assertThat(errors(found, BROKEN))
          .extracting(Found::rule)
          .containsExactly("operation-operationId-unique");
    }
  }

  private static List<Found> errors(List<Found> found, String document) {
    return found.stream().filter(it -> it.isError && it.document.equals(document)).toList();
  }

  /** It tells of one document after the other. */
  private static List<Found> ofRedocly(String said) {
    List<JsonNode> all = JSON.readerFor(JsonNode.class).<JsonNode>readValues(said).readAll();
    assertThat(all).as(said).hasSize(4);
    return all.stream()
        .flatMap(one -> one.get("problems").valueStream())
        .map(
            it ->
                new Found(
                    nameOf(it.at("/location/0/source/ref")),
                    it.get("ruleId").asString(),
                    it.get("severity").asString().equals("error"),
                    it.get("message").asString()))
        .toList();
  }

  private static List<Found> ofSpectral(String said) {
    return JSON.readTree(said)
        .valueStream()
        .map(
            it ->
                new Found(
                    nameOf(it.get("source")),
                    it.get("code").asString(),
                    it.get("severity").intValue() == 0,
                    it.get("message").asString()))
        .toList();
  }

  private static String nameOf(JsonNode file) {
    return Path.of(file.asString()).getFileName().toString();
  }

  private static void write(String path, String file, Clinics clinics) throws IOException {
    Files.writeString(HERE.resolve(file), clinics.nobody().get(path).ok().text());
  }

  /** Where npm has put the linters of this lock. */
  private static Path installed() throws Exception {
    var lock = SETTINGS.resolve("package-lock.json");
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(lock));
    var cache = Files.createDirectories(cache());
    var there = cache.resolve(HexFormat.of().formatHex(digest, 0, 8));
    if (!Files.exists(there)) {
      assumeTrue(
          !run("npm", "--version").failed(), "No npm on the path: the documents are not linted.");
      var draft = Files.createTempDirectory(cache, "draft-");
      for (var file : List.of("package.json", "package-lock.json")) {
        Files.copy(SETTINGS.resolve(file), draft.resolve(file));
      }
      var done =
          run(
              "npm",
              "--prefix=" + draft,
              "ci",
              "--ignore-scripts",
              "--no-audit",
              "--no-fund",
              "--prefer-offline");
      try {
        assumeTrue(!done.failed(), "npm cannot install the linters here: " + done.said());
        Files.move(draft, there, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!Files.exists(there)) { // else another build was faster
          throw e;
        }
      } finally {
        FileSystemUtils.deleteRecursively(draft);
      }
    }
    return there.resolve("node_modules").resolve(".bin");
  }

  private static Path cache() {
    var said = System.getenv("XDG_CACHE_HOME");
    var caches =
        said == null || said.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(said);
    return caches.resolve("cartwright").resolve("openapi-lint").toAbsolutePath();
  }

  /** As npm installed it, without npm, which would only look for it. */
  private static String[] linter(Path programs, String name, String... options) {
    return Stream.of(
            Stream.of(programs.resolve(name).toString(), "lint"),
            Stream.of(CLINICS, ORDERS, OPERATOR, BROKEN),
            Stream.of(options))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  private static boolean nodeIsThere() throws Exception {
    var version = VERSION.matcher(run("node", "--version").said());
    if (!version.matches()) {
      return false;
    }
    var major = Integer.parseInt(version.group(1));
    return major > 20 || (major == 20 && Integer.parseInt(version.group(2)) >= 19);
  }

  private record Outcome(int status, String said) {

    boolean failed() {
      return status != 0;
    }
  }

  private record Started(Process process, Path said) {

    Outcome outcome() throws IOException, InterruptedException {
      return new Outcome(process.waitFor(), Files.readString(said));
    }
  }

  private static Outcome run(String... command) throws InterruptedException {
    try {
      return start(command).outcome();
    } catch (IOException e) {
      return new Outcome(-1, String.valueOf(e.getMessage()));
    }
  }

  private static Started start(String... command) throws IOException {
    Files.createDirectories(HERE);
    var said = Files.createTempFile(HERE, "said", ".txt");
    var builder =
        new ProcessBuilder(List.of(command))
            .directory(HERE.toFile())
            .redirectError(HERE.resolve(said.getFileName() + ".err").toFile())
            .redirectOutput(said.toFile());
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    return new Started(builder.start(), said);
  }
}
