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
import org.cartwright.testing.InTheDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The walks in the README and in the page on draft orders, pasted into a shell: every answer is the
 * one it promises, also when they are pasted again. Skipped where there is no {@code bash}, {@code
 * curl} or {@code jq}.
 */
class ReadmeWalkTests extends InTheDemo {

  private static final Pattern WALK =
      Pattern.compile("\n## A walk\n.*?\n```sh\n(.*?)```\n", Pattern.DOTALL);
  private static final String PROMISE = "# -> ";

  @TempDir private Path folder;

  @BeforeEach
  void requireTools() {
    for (var tool : List.of("bash", "curl", "jq")) {
      assumeTrue(isInstalled(tool), "The walk is not tried: there is no " + tool + " here");
    }
  }

  @ParameterizedTest
  @CsvSource({"README.md, 20", "src/docs/orders.md, 15"})
  void everyAnswerIsTheOnePromisedAlsoTheSecondTime(String page, int promises) throws Exception {
    var walk = walk(page);

    var first = paste(walk);
    var second = paste(walk);

    assertThat(first).hasSizeGreaterThan(promises);
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

  /**
   * The walk as it stands on a page, at this service's address and telling each of its promises.
   */
  private String walk(String page) throws IOException {
    var found = WALK.matcher(Files.readString(Path.of(page)));
    assertThat(found.find()).isTrue();
    return found
        .group(1)
        .replace("http://localhost:8080", address())
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
