package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How commands are told from settings, and from what makes no sense. */
class CommandsTests {

  @Test
  void aCommandNamesItsFileAsSuchCommandsDo() {
    var wanted = new String[] {"--cartwright.command=backup", "--cartwright.command-file=a b.zip"};

    assertThat(Commands.spelled("--backup", "a b.zip")).isEqualTo(wanted);
    assertThat(Commands.spelled("--backup=a b.zip")).isEqualTo(wanted);
    assertThat(Commands.spelled("--server.port=1", "--restore=x", "--overwrite"))
        .containsExactly(
            "--server.port=1",
            "--cartwright.command=restore",
            "--cartwright.command-file=x",
            "--cartwright.command-overwrite=true");
  }

  @Test
  void nothingElseIsACommand() {
    assertThat(Commands.isAny("--server.port=1", "backup", "--backups")).isFalse();
    assertThat(Commands.isAny("--server.port=1", "--verify")).isTrue();
    assertThat(Commands.isAny("--generate-clinic=big")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "--backup, --backup needs the name of a file.",
    "--verify=, --verify needs the name of a file.",
    "--restore --overwrite, --restore needs the name of a file.",
    "--backup a --restore b, 'One command at a time, please.'",
    "--verify a --overwrite, --overwrite is for --restore alone.",
  })
  void whatMakesNoSenseIsRefusedInASentence(String arguments, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Commands.spelled(arguments.split(" ")))
        .withMessage(sentence);
  }
}
