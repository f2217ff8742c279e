package org.cartwright.pricing.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import org.cartwright.pricing.Pricing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentsTests {

  private static final Cents MOST = new Cents(9_007_199_254_740_991L);

  @ParameterizedTest(name = "{0} is rounded to {1}")
  @CsvSource({
    "0, 0",
    "0.4999, 0",
    "0.5, 1",
    "1.5, 2",
    "2.5, 3",
    "2.4999999999, 2",
    "-0.4999, 0",
    "-0.5, -1",
    "-2.5, -3",
    "9007199254740991.4999, 9007199254740991",
    "-9007199254740991.4999, -9007199254740991",
    "1E+3, 1000",
    "1E-1000, 0",
  })
  void roundsHalvesAwayFromZero(BigDecimal exact, long rounded) {
    assertThat(Cents.rounded(exact)).isEqualTo(new Cents(rounded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9007199254740991.5", "-9007199254740991.5", "9007199254740992", "1E+1000000000"})
  void refusesToRoundToWhatCannotBeServed(BigDecimal exact) {
    assertThatExceptionOfType(FigureTooLarge.class).isThrownBy(() -> Cents.rounded(exact));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {9_007_199_254_740_992L, -9_007_199_254_740_992L, Long.MAX_VALUE, Long.MIN_VALUE})
  void doesNotExistBeyondTheIntegersThatJsonKeepsIntact(long value) {
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> new Cents(value))
        .withMessage(
            "a figure exceeds the largest amount that can be served, 9007199254740991 cents");
  }

  @Test
  void addsAndSubtractsUpToTheBoundsAndRefusesOneMore() {
    var one = new Cents(1);

    assertThat(MOST.minus(one).plus(one)).isEqualTo(MOST);
    assertThat(Cents.ZERO.minus(MOST).plus(MOST)).isEqualTo(Cents.ZERO);
    assertThatExceptionOfType(FigureTooLarge.class).isThrownBy(() -> MOST.plus(one));
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> Cents.ZERO.minus(MOST).minus(one));
  }

  @ParameterizedTest(name = "{0} × {1} = {2}")
  @CsvSource({
    "1299, 2.5, 3248",
    "0, 1000000, 0",
    "1, 0.5, 1",
    "1, 0.4999, 0",
    "10000000000, 0.0001, 1000000",
    "9007199254, 1000000, 9007199254000000",
  })
  void isTakenAQuantityOfTimesAndRounded(long price, BigDecimal quantity, long expected) {
    assertThat(new Cents(price).times(new Quantity(quantity))).isEqualTo(new Cents(expected));
  }

  @Test
  void isNotTakenMoreOftenThanFits() {
    var price = Pricing.MAX_UNIT_PRICE;

    assertThat(price.times(new Quantity(new BigDecimal("900719.9254"))))
        .isEqualTo(new Cents(9_007_199_254_000_000L));
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> price.times(new Quantity(Quantity.MAX)));
  }

  @Test
  void sumsUpAnyNumberOfAmounts() {
    assertThat(Cents.sum(List.of())).isEqualTo(Cents.ZERO);
    assertThat(Cents.sum(List.of(new Cents(3), new Cents(-1)))).isEqualTo(new Cents(2));
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> Cents.sum(List.of(MOST, MOST)));
  }

  @Test
  void isOrderedByValue() {
    assertThat(new Cents(2)).isGreaterThan(new Cents(1)).isEqualByComparingTo(new Cents(2));
    assertThat(new Cents(2).min(new Cents(1))).isEqualTo(new Cents(1));
    assertThat(new Cents(1).min(new Cents(2))).isEqualTo(new Cents(1));
  }

  @Test
  void knowsItsSign() {
    assertThat(Cents.ZERO.isZero()).isTrue();
    assertThat(Cents.ZERO.isNegative()).isFalse();
    assertThat(Cents.ZERO.isPositive()).isFalse();
    assertThat(new Cents(-1).isNegative()).isTrue();
    assertThat(new Cents(1).isPositive()).isTrue();
    assertThat(new Cents(1).isZero()).isFalse();
  }
}
