package org.cartwright.messages.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cartwright.messages.transport.PlainText;
import org.junit.jupiter.api.Test;

class TextTemplateTests {

  @Test
  void valuesStandWhereTheirVariablesStood() {
    assertThat(
            TextTemplate.fill("Hello {patient}, {total}!", Map.of("patient", "Ada", "total", "$1")))
        .isEqualTo("Hello Ada, $1!");
  }

  @Test
  void valuesArePutInLiterallyAndNeverLookedAtAgain() {
    assertThat(
            TextTemplate.fill(
                "{title} {patient}",
                Map.of("title", "{patient} $1 \\1 ${x} #{y}", "patient", "{title}")))
        .isEqualTo("{patient} $1 \\1 ${x} #{y} {title}");
  }

  @Test
  void aLineOfNothingButEmptyVariablesDisappears() {
    assertThat(
            TextTemplate.fill(
                "a\n{title}\n{message} {title}\nb", Map.of("title", "", "message", " ")))
        .isEqualTo("a\nb");
  }

  @Test
  void aParagraphOfNothingButEmptyVariablesLeavesNoHole() {
    var text = "first\n\n{message}\n\n{title}\n{message}\n\nlast\n\n{message}";

    assertThat(TextTemplate.fill(text, Map.of("title", "", "message", "")))
        .isEqualTo("first\n\nlast");
    assertThat(TextTemplate.fill(text, Map.of("title", "T", "message", "M")))
        .isEqualTo("first\n\nM\n\nT\nM\n\nlast\n\nM");
  }

  @Test
  void aLineWithWordsOfItsOwnStays() {
    assertThat(TextTemplate.fill("Note: {message}", Map.of("message", ""))).isEqualTo("Note:");
  }

  @Test
  void aValueMayHaveParagraphsOfItsOwn() {
    assertThat(TextTemplate.fill("a\n\n{message}\n\nb", Map.of("message", "x\n\ny\nz")))
        .isEqualTo("a\n\nx\n\ny\nz\n\nb");
  }

  @Test
  void whateverStandsInBracesCountsAsAVariable() {
    assertThat(TextTemplate.variablesIn("{a} {b c} {} {a} { d } {not\nthis} }{ {{e}}"))
        .containsExactly("a", "b c", "", " d ", "e");
  }

  @Test
  void textFromElsewhereLosesItsControlCharactersAndKeepsItsLines() {
    assertThat(PlainText.lines("a\r\nb\rc\u2028d\u0000e\u0007f\tg\u001b[31m"))
        .isEqualTo("a\nb\nc\ndef\tg[31m");
    assertThat(PlainText.oneLine(" a\r\nBcc: x@example.com\n\nb\u0085c "))
        .isEqualTo("a Bcc: x@example.com b c");
    assertThat(PlainText.oneLine("مرحبا 🌷")).isEqualTo("مرحبا 🌷");
  }
}
