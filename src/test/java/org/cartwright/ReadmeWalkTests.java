package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The walk in the README, pasted into a shell: every answer is the one it promises, also when it is
 * pasted again. Skipped where there is no {@code bash}, {@code curl} or {@code jq}.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "cartwright.embedded=true",
      "cartwright.inbox=true",
      "cartwright.errands-every=PT0.1S",
      "cartwright.round-every=P1D"
    })
@Import(TestClock.class)
class ReadmeWalkTests {

  private static final Pattern WALK =
      Pattern.compile("\n## A walk\n.*?\n```sh\n(.*?)```\n", Pattern.DOTALL);
  private static final String PROMISE = "# -> ";

  @TempDir private Path folder;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void databaseOfItsOwn(DynamicPropertyRegistry registry) {
    TestDatabase.createDatabase().registerIn(registry);
  }

  @BeforeEach
  void requireTools() {
    for (var tool : List.of("bash", "curl", "jq")) {
      assumeTrue(isInstalled(tool), "The walk is not tried: there is no " + tool + " here");
    }
  }

  @Test
  void everyAnswerIsTheOnePromisedAlsoTheSecondTime() throws Exception {
    var walk = walk();

    var first = paste(walk);
    var second = paste(walk);

    assertThat(first).hasSizeGreaterThan(20);
    assertThat(first).allSatisfy(Answered::isAsPromised);
    assertThat(second).hasSameSizeAs(first).allSatisfy(Answered::isAsPromised);
  }

  /**
   * What was said before a promise.
   *
   * @param promise up to the ellipsis, if there is one
   */
  private record Answered(List<String> said, String promise) {

    private void isAsPromised() {
      assertThat(said).hasSize(1);
      int ellipsis = promise.indexOf('…');
      if (ellipsis < 0) {
        assertThat(said).containsExactly(promise);
      } else {
        assertThat(said.getFirst()).startsWith(promise.substring(0, ellipsis));
      }
    }
  }

  /** The walk as it stands there, at this service's address and telling each of its promises. */
  private String walk() throws IOException {
    var found = WALK.matcher(Files.readString(Path.of("README.md")));
    assertThat(found.find()).isTrue();
    return found
        .group(1)
        .replace("http://localhost:8080", "http://localhost:" + port)
        .replaceAll("(?m)^" + PROMISE + "(.*)$", "cat <<'PROMISE'\n" + PROMISE + "$1\nPROMISE");
  }

  private List<Answered> paste(String walk) throws IOException, InterruptedException {
    var output = folder.resolve("output").toFile();
    var shell =
        new ProcessBuilder("bash")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    try (var keyboard = shell.outputWriter()) {
      keyboard.write(walk);
    }
    shell.waitFor();
    var answers = new ArrayList<Answered>();
    var said = new ArrayList<String>();
    for (var line : Files.readAllLines(output.toPath())) {
      if (line.startsWith(PROMISE)) {
        answers.add(new Answered(List.copyOf(said), line.substring(PROMISE.length())));
        said.clear();
      } else {
        said.add(line);
      }
    }
    return answers;
  }

  private static boolean isInstalled(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
  }
}
