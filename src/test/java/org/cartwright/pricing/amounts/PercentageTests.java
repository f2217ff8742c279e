package org.cartwright.pricing.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentageTests {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "10.00, 10",
    "8.250, 8.25",
    "0.0, 0",
    "0E-1000000, 0",
    "1E+2, 100",
    "100.0000, 100",
    "0.0000000001, 0.0000000001"
  })
  void isTheSameHoweverItIsWritten(BigDecimal written, String plain) {
    assertThat(new Percentage(written))
        .isEqualTo(new Percentage(new BigDecimal(plain)))
        .hasToString(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.0000000001", "-1", "100.0000000001", "101", "1E+1000000000"})
  void isBetweenZeroAndAHundred(BigDecimal value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Percentage(value))
        .withMessage("a percentage is between 0 and 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00000000001", "8.25000000001", "99.99999999999"})
  void isNeverRounded(BigDecimal value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Percentage(value))
        .withMessage("a percentage has at most 10 decimals");
  }

  @ParameterizedTest(name = "{0} % of {1} are {2}, rounded {3}")
  @CsvSource({
    "8.25, 2704, 223.08, 223",
    "7.5, 17421, 1306.575, 1307",
    "50, 1, 0.5, 1",
    "49.9999, 1, 0.499999, 0",
    "0, 12345, 0, 0",
    "100, 9007199254740991, 9007199254740991, 9007199254740991",
    "0.0001, 9007199254740991, 9007199254.740991, 9007199255",
    "0.0000000001, 9007199254740991, 9007.199254740991, 9007",
  })
  void takesItsPartOfAnAmountAndRounds(
      BigDecimal percent, long base, BigDecimal exact, long rounded) {
    var percentage = new Percentage(percent);

    assertThat(percentage.exactlyOf(new Cents(base))).isEqualByComparingTo(exact);
    assertThat(percentage.of(new Cents(base))).isEqualTo(new Cents(rounded));
  }

  @Test
  void isOrderedByValue() {
    assertThat(new Percentage(BigDecimal.TEN)).isGreaterThan(Percentage.ZERO);
    assertThat(Percentage.ZERO.isZero()).isTrue();
    assertThat(new Percentage(BigDecimal.TEN).isZero()).isFalse();
  }
}
