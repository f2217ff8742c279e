package org.cartwright.pricing.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTests {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2.0, 2",
    "2.00000000, 2",
    "2.5000, 2.5",
    "1E+6, 1000000",
    "100, 100",
    "0.0000000001, 0.0000000001",
    "1000000.0000, 1000000"
  })
  void isTheSameHoweverItIsWritten(BigDecimal written, String plain) {
    var quantity = new Quantity(written);

    assertThat(quantity).isEqualTo(new Quantity(new BigDecimal(plain))).hasToString(plain);
    assertThat(quantity.value()).isEqualTo(new BigDecimal(plain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.0000",
        "-1",
        "-0.0000000001",
        "1000000.0000000001",
        "1000001",
        "1E+1000000000"
      })
  void isAboveZeroAndAtMostAMillion(BigDecimal value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quantity(value))
        .withMessage("a quantity is above 0 and at most 1000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00000000001", "1.23456789012", "1E-1000000000"})
  void isNeverRounded(BigDecimal value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quantity(value))
        .withMessage("a quantity has at most 10 decimals");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"1, true", "10, true", "2.0, true", "1E+3, true", "2.5, false", "0.0001, false"})
  void isWholeWithoutDecimals(BigDecimal value, boolean whole) {
    assertThat(new Quantity(value).isWhole()).isEqualTo(whole);
  }

  @Test
  void isOrderedByValue() {
    assertThat(Quantity.of(2))
        .isGreaterThan(Quantity.ONE)
        .isLessThan(new Quantity(new BigDecimal("2.5")));
  }
}
