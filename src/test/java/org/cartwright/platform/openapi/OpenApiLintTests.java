package org.cartwright.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The recommended rules of Redocly's and Spectral's linters find no error in the documents. They
 * come from npm, as {@code src/test/openapi} pins them; where there is no npm and no Node they run
 * on, these tests are skipped and say so.
 */
@CartwrightTest
class OpenApiLintTests {

  private static final Path SETTINGS = Path.of("src", "test", "openapi");
  private static final Path HERE = Path.of("target", "openapi-lint");
  private static final Path INSTALLED = HERE.resolve("node_modules").resolve("installed.json");

  private static final String CLINICS = "openapi.json";
  private static final String ORDERS = "orders.json";
  private static final String OPERATOR = "platform.json";

  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+).*", Pattern.DOTALL);

  @Autowired private Clinics clinics;

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(
        nodeIsThere(), "No Node (20.19 or later) on the path: the documents are not linted.");
    assumeTrue(
        !run("npm", "--version").failed(), "No npm on the path: the documents are not linted.");
    Files.createDirectories(HERE);
    try (var files = Files.list(SETTINGS)) {
      for (var file : files.toList()) {
        Files.copy(file, HERE.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    var lock = SETTINGS.resolve("package-lock.json");
    if (!Files.exists(INSTALLED) || Files.mismatch(lock, INSTALLED) >= 0) {
      var installed = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      assumeTrue(!installed.failed(), "npm cannot install the linters here: " + installed.said());
      Files.copy(lock, INSTALLED, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @BeforeEach
  void write() throws IOException {
    write("/v3/api-docs", CLINICS);
    write("/v3/api-docs/orders", ORDERS);
    write("/v3/api-docs/platform", OPERATOR);
  }

  @Test
  void redoclysRecommendedRulesFindNoErrorInTheDocuments() throws Exception {
    assertThat(redocly(CLINICS, ORDERS, OPERATOR)).satisfies(OpenApiLintTests::passed);
  }

  @Test
  void spectralsRecommendedRulesFindNoErrorInTheDocuments() throws Exception {
    assertThat(spectral(CLINICS, ORDERS, OPERATOR)).satisfies(OpenApiLintTests::passed);
  }

  @Test
  void anErrorIsFound() throws Exception {
    Files.writeString(
        HERE.resolve("broken.json"),
        Files.readString(HERE.resolve(CLINICS))
            .replace("\"operationId\":\"preview_cart\"", "\"operationId\":\"duplicate_cart\""));

    assertThat(redocly(OPERATOR, "broken.json").failed()).isTrue();
    assertThat(spectral(OPERATOR, "broken.json").failed()).isTrue();
  }

  private void write(String path, String file) throws IOException {
    Files.writeString(HERE.resolve(file), clinics.nobody().get(path).ok().text());
  }

  /** Of several documents at once: the linter's start takes longest. */
  private static Outcome redocly(String... files) throws Exception {
    return run(command("redocly", files));
  }

  private static Outcome spectral(String... files) throws Exception {
    return run(command("spectral", files, "--ruleset", ".spectral.yaml"));
  }

  /** As npm installed it, without npm, which would only look for it. */
  private static String[] command(String linter, String[] files, String... options) {
    var program = HERE.resolve("node_modules").resolve(".bin").resolve(linter).toAbsolutePath();
    return Stream.of(Stream.of(program.toString(), "lint"), Stream.of(files), Stream.of(options))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  private static void passed(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.said()).isZero();
  }

  private static boolean nodeIsThere() throws Exception {
    var version = VERSION.matcher(run("node", "--version").said());
    if (!version.matches()) {
      return false;
    }
    var major = Integer.parseInt(version.group(1));
    return major > 20 || (major == 20 && Integer.parseInt(version.group(2)) >= 19);
  }

  record Outcome(int status, String said) {

    boolean failed() {
      return status != 0;
    }
  }

  private static Outcome run(String... command) throws InterruptedException {
    try {
      Files.createDirectories(HERE);
      var log = Files.createTempFile(HERE, "said", ".txt");
      var builder =
          new ProcessBuilder(List.of(command))
              .directory(HERE.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("REDOCLY_TELEMETRY", "off");
      builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
      var status = builder.start().waitFor();
      return new Outcome(status, Files.readString(log));
    } catch (IOException e) {
      return new Outcome(-1, String.valueOf(e.getMessage()));
    }
  }
}
