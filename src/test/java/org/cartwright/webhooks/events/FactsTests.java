package org.cartwright.webhooks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTests {

  private static final String MANY =
      Facts.none()
          .with("text", "a \"b\" \\ / \b\f\n\r\t\u0000\u001f\u007f\u2028\u2029 é 漢 🌷")
          .with("high", "\ud83c")
          .with("low", "\udf37x")
          .with("nothing", (String) null)
          .with("none", 0)
          .with("less", -1)
          .with("most", 9_007_199_254_740_991L)
          .toString();

  @Test
  void factsAreSpelledAsJavaScriptSpellsThem() {
    assertThat(MANY)
        .isEqualTo(
            "{\"text\":\"a \\\"b\\\" \\\\ / \\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028\u2029 é 漢 🌷\","
                + "\"high\":\"\\ud83c\",\"low\":\"\\udf37x\",\"nothing\":null,\"none\":0,\"less\":-1,"
                + "\"most\":9007199254740991}");
    assertThat(Facts.none()).hasToString("{}");
  }

  @Test
  void whatJavaScriptWouldSpellOtherwiseIsNoFact() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Facts.none().with("most", 9_007_199_254_740_992L));
    assertThatIllegalArgumentException().isThrownBy(() -> Facts.none().with("1", "first"));
  }

  /** Where Node is there: its own parser and writer, on the bytes. */
  @Test
  void nodeWritesWhatItReadByteForByte() throws IOException, InterruptedException {
    assumeTrue(isThere("node"), "Node is not on the path");
    var node =
        new ProcessBuilder(
                "node",
                "-e",
                "const b=require('fs').readFileSync(0);process.stdout.write(JSON.stringify(JSON.parse(b)))")
            .redirectErrorStream(true)
            .start();
    try (var in = node.getOutputStream()) {
      in.write(MANY.getBytes(StandardCharsets.UTF_8));
    }
    var written = node.getInputStream().readAllBytes();

    assertThat(node.waitFor()).isZero();
    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(MANY);
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
