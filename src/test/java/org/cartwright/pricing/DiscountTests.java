package org.cartwright.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.FigureTooLarge;
import org.cartwright.pricing.amounts.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountTests {

  @ParameterizedTest(name = "{0} {1} on {2} takes off {3}")
  @CsvSource({
    "NONE, 0, 1000, 0",
    "FLAT, 500, 4999, 500",
    "FLAT, 500, 500, 500",
    "FLAT, 500, 499, 499",
    "FLAT, 500, 0, 0",
    "FLAT, 9007199254740991, 7, 7",
    "PERCENT, 10, 3248, 325",
    "PERCENT, 10, 5, 1",
    "PERCENT, 10, 4, 0",
    "PERCENT, 10, 0, 0",
    "PERCENT, 100, 3248, 3248",
    "PERCENT, 0.0001, 499999, 0",
    "PERCENT, 0.0001, 500000, 1",
  })
  void takesOffWhatWasAskedForButNeverMoreThanThereIs(
      Discount.Kind kind, BigDecimal value, long base, long effective) {
    assertThat(Discount.of(kind, value).on(new Cents(base))).isEqualTo(new Cents(effective));
  }

  @Test
  void appliesMoreOfAFlatDiscountWhenItsBaseGrows() {
    var discount = Discount.flat(new Cents(500));

    assertThat(discount.on(new Cents(300))).isEqualTo(new Cents(300));
    assertThat(discount.on(new Cents(400))).isEqualTo(new Cents(400));
    assertThat(discount.on(new Cents(600))).isEqualTo(new Cents(500));
    assertThat(discount.asked()).isEqualTo(new Cents(500));
  }

  @Test
  void servesAPercentageOnlyIfItIsOne() {
    assertThat(percent("7.50").percentage()).isEqualTo("7.5");
    assertThat(percent("7.5").asked()).isEqualTo(Cents.ZERO);
    assertThat(Discount.flat(new Cents(5)).percentage()).isEqualTo("0");
    assertThat(Discount.none().percentage()).isEqualTo("0");
    assertThat(Discount.none().asked()).isEqualTo(Cents.ZERO);
  }

  @Test
  void tellsTheExactAmountBeforeRounding() {
    assertThat(percent("10").exactlyOn(new Cents(3248))).isEqualByComparingTo("324.8");
    assertThat(Discount.flat(new Cents(5)).exactlyOn(new Cents(3))).isEqualByComparingTo("3");
    assertThat(Discount.none().exactlyOn(new Cents(3))).isEqualByComparingTo("0");
  }

  @Test
  void isNoneIfItIsOfNothing() {
    assertThat(Discount.flat(Cents.ZERO)).isEqualTo(Discount.none());
    assertThat(Discount.percent(Percentage.ZERO)).isEqualTo(Discount.none());
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 0",
    "FLAT, 1",
    "FLAT, 9007199254740991",
    "PERCENT, 0.0000000001",
    "PERCENT, 100"
  })
  void comesBackFromItsKindAndValue(Discount.Kind kind, BigDecimal value) {
    var discount = Discount.of(kind, value);

    assertThat(discount.kind()).isEqualTo(kind);
    assertThat(discount.value()).isEqualByComparingTo(value);
    assertThat(Discount.of(discount.kind(), discount.value())).isEqualTo(discount);
    assertThat(Discount.of(kind, value.setScale(10))).isEqualTo(discount);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 1",
    "FLAT, -1",
    "FLAT, 0.5",
    "PERCENT, -1",
    "PERCENT, 100.1",
    "PERCENT, 0.00000000001"
  })
  void doesNotComeBackFromWhatNoDiscountIsStoredAs(Discount.Kind kind, BigDecimal value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Discount.of(kind, value));
  }

  @Test
  void isNotLargerThanAnyFigure() {
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> Discount.of(Discount.Kind.FLAT, new BigDecimal("9007199254740992")));
  }

  private static Discount percent(String value) {
    return Discount.percent(new Percentage(new BigDecimal(value)));
  }
}
