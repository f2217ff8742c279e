package org.cartwright.platform.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cartwright.testing.CartwrightTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is dialled of a phone number, here and where it is searched for. */
@CartwrightTest
class PhoneNumberTests {

  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
    "+1 (555) 010-9999, 15550109999",
    "০১৭১২-৩৪৫৬৭৮, 01712345678",
    "٠١٢٣ ext ４۵, 012345",
    "'\u202a+880 1712\u202c', 8801712",
    "ask for it, ''",
    ", ''"
  })
  void digitsOfAnyScriptAreDialled(String written, String dialled) {
    assertThat(PhoneNumber.dialled(written)).isEqualTo(dialled);
    if (written != null) {
      assertThat(inSql("dialled", written)).isEqualTo(dialled);
    }
  }

  /** A newer Java may know newer scripts: they belong into {@code plain_digits}, then. */
  @Test
  void theDatabaseKnowsTheDigitsThatJavaKnows() {
    var digits =
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
            .filter(sign -> Character.digit(sign, 10) >= 0)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertThat(digits.codePoints().count()).isGreaterThanOrEqualTo(760);
    assertThat(inSql("plain_digits", digits)).isEqualTo(PhoneNumber.inPlainDigits(digits));
    assertThat(inSql("dialled", digits)).isEqualTo(PhoneNumber.dialled(digits)).hasSize(760);
  }

  @Test
  void allElseStaysAsItIs() {
    var other = "Änne ½ ² Ⅳ 四 é — 🌷";
    assertThat(PhoneNumber.inPlainDigits(other)).isEqualTo(other);
    assertThat(inSql("plain_digits", other)).isEqualTo(other);
  }

  private String inSql(String function, String text) {
    return jdbc.sql("select %s(?)".formatted(function)).param(text).query(String.class).single();
  }
}
