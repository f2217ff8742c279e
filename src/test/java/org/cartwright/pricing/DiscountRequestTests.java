package org.cartwright.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables write a discount as "none", "500" (flat) or "10%", what the request says as "amount,
 * percentage" with "-" for a figure that is absent, and "!" for a conflict.
 */
class DiscountRequestTests {

  @ParameterizedTest(name = "({0}, {1}) on {2} becomes {3}")
  @CsvSource({
    "-, -, 1000, none",
    "0, 0, 1000, none",
    "0, -, 1000, none",
    "-, 0, 1000, none",
    "300, -, 1000, 300",
    "300, 0, 1000, 300",
    "3000, 0, 1000, 3000", // remembered above its base
    "300, 0, 0, 300",
    "-, 10, 1000, 10%",
    "0, 10, 1000, 10%",
    "100, 10, 1000, 10%", // agrees with the percentage
    "1, 10, 5, 10%", // agrees after rounding
    "99, 10, 1000, !",
    "101, 10, 1000, !",
    "100, 10, 0, !",
  })
  void startsADiscount(String amount, String percentage, long base, String expected) {
    assertOutcome(expected, () -> request(amount, percentage).create(new Cents(base)));
  }

  @ParameterizedTest(name = "{0} served as {1}: ({2}, {3}) on {4} becomes {5}")
  @CsvSource({
    // what was served, sent back: nothing changes, whatever else the request does to the base
    "none, 0, 0, 0, 1000, none",
    "500, 500, 500, 0, 1000, 500",
    "500, 300, 300, 0, 300, 500", // capped, and remembered in full
    "500, 300, 300, 0, 1000, 500", // and more of it applies on the larger base
    "500, 300, 300, -, 300, 500",
    "500, 0, 0, 0, 0, 500", // nothing to take it off from
    "500, 0, 0, 0, 1000, 500",
    "10%, 100, 100, 10, 1000, 10%",
    "10%, 100, 100, 10, 2000, 10%",
    "10%, 0, 0, 10, 0, 10%",
    "10%, 0, 0, 10, 1000, 10%",
    // absent is 0, and an echo only if it was sent
    "500, 500, -, -, 1000, none",
    "500, 0, -, -, 0, none",
    "500, 0, 0, -, 0, none",
    "500, 0, -, 0, 0, none",
    "10%, 100, -, -, 1000, none",
    // explicit zeros clear what was served above 0
    "500, 500, 0, 0, 1000, none",
    "10%, 100, 0, 0, 1000, none",
    "10%, 0, 0, 0, 0, none",
    // another discount
    "500, 500, 400, 0, 1000, 400",
    "500, 300, 400, 0, 300, 400",
    "500, 300, 500, 0, 300, 500",
    "500, 500, -, 10, 1000, 10%",
    "500, 500, 0, 10, 1000, 10%",
    "10%, 100, 300, 0, 1000, 300",
    "10%, 100, 300, -, 1000, 300",
    "10%, 100, 100, 0, 1000, 100", // the percentage is gone, so the amount is flat
    "10%, 100, 100, -, 1000, 100",
    "10%, 100, -, 20, 1000, 20%",
    // both above 0: the amount is the one served last, or the one the percentage yields now
    "10%, 100, 100, 20, 1000, 20%",
    "10%, 100, 200, 20, 1000, 20%",
    "500, 500, 500, 10, 1000, 10%",
    "500, 500, 100, 10, 1000, 10%",
    "500, 300, 500, 10, 300, !", // remembered, but never served
    "10%, 100, 150, 20, 1000, !",
    "10%, 100, 150, 10, 1000, !",
    "500, 500, 400, 10, 1000, !",
    "none, 0, 100, 20, 1000, !",
  })
  void replacesADiscount(
      String present, long served, String amount, String percentage, long base, String expected) {
    assertOutcome(
        expected,
        () ->
            request(amount, percentage)
                .replace(discount(present), new Cents(served), new Cents(base)));
  }

  @ParameterizedTest(name = "{0} served as {1}: ({2}, {3}) on {4} becomes {5}")
  @CsvSource({
    // absent keeps
    "none, 0, -, -, 1000, none",
    "500, 300, -, -, 300, 500",
    "10%, 100, -, -, 1000, 10%",
    // an amount above 0 alone
    "none, 0, 300, -, 1000, 300",
    "500, 500, 400, -, 1000, 400",
    "500, 300, 300, -, 300, 500", // the served one: repeats what was asked for
    "500, 300, 300, -, 1000, 500",
    "10%, 100, 300, -, 1000, 300",
    "10%, 100, 100, -, 1000, 100",
    // a percentage above 0 alone
    "none, 0, -, 10, 1000, 10%",
    "500, 500, -, 10, 1000, 10%",
    "10%, 100, -, 20, 1000, 20%",
    "10%, 100, -, 10, 1000, 10%",
    // a 0 alone ends only a discount of its kind
    "none, 0, 0, -, 1000, none",
    "none, 0, -, 0, 1000, none",
    "500, 500, 0, -, 1000, none",
    "500, 0, 0, -, 0, none", // even if 0 was served
    "500, 500, -, 0, 1000, 500",
    "10%, 100, -, 0, 1000, none",
    "10%, 100, 0, -, 1000, 10%",
    // both, as in a full request
    "500, 300, 300, 0, 300, 500",
    "500, 0, 0, 0, 0, 500",
    "500, 500, 0, 0, 1000, none",
    "10%, 100, 0, 0, 1000, none",
    "10%, 100, 100, 10, 2000, 10%",
    "10%, 100, 0, 20, 1000, 20%",
    "10%, 100, 300, 0, 1000, 300",
    "10%, 100, 150, 20, 1000, !",
    "500, 500, 400, 10, 1000, !",
  })
  void updatesADiscount(
      String present, long served, String amount, String percentage, long base, String expected) {
    assertOutcome(
        expected,
        () ->
            request(amount, percentage)
                .update(discount(present), new Cents(served), new Cents(base)));
  }

  @Test
  void changesNothingWhenWhatWasServedIsSentBack() {
    var random = new Random(1);
    for (var round = 0; round < 10_000; round++) {
      var base = new Cents(random.nextInt(4) == 0 ? 0 : random.nextInt(2000));
      var discount =
          switch (random.nextInt(3)) {
            case 0 -> Discount.none();
            case 1 -> Discount.flat(new Cents(random.nextInt(2000)));
            default ->
                Discount.of(
                    Discount.Kind.PERCENT, BigDecimal.valueOf(random.nextInt(1_000_001), 4));
          };
      var served = discount.on(base);
      var echo = new DiscountRequest(served, new Percentage(discount.percentage()));
      var baseNow = new Cents(random.nextInt(2000));

      assertThat(echo.replace(discount, served, base)).as("round %s", round).isEqualTo(discount);
      assertThat(echo.update(discount, served, base)).as("round %s", round).isEqualTo(discount);
      assertThat(echo.replace(discount, served, baseNow)).as("round %s", round).isEqualTo(discount);
    }
  }

  @Test
  void saysHowToAskForAFlatDiscountInstead() {
    assertThatExceptionOfType(DiscountConflict.class)
        .isThrownBy(() -> request("99", "10").create(new Cents(1000)))
        .withMessage(
            "discountAmount and discountPercentage disagree: send discountPercentage 0 for a flat discount");
  }

  @Test
  void isNotForANegativeAmount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DiscountRequest(new Cents(-1), null))
        .withMessage("a discount amount is not negative");
  }

  private interface Resolution {
    Discount get();
  }

  private static void assertOutcome(String expected, Resolution resolution) {
    if (expected.equals("!")) {
      assertThatExceptionOfType(DiscountConflict.class).isThrownBy(resolution::get);
    } else {
      assertThat(resolution.get()).isEqualTo(discount(expected));
    }
  }

  private static DiscountRequest request(String amount, String percentage) {
    var figure = figure(amount);
    var rate = figure(percentage);
    return new DiscountRequest(
        figure == null ? null : new Cents(figure.longValueExact()),
        rate == null ? null : new Percentage(rate));
  }

  private static @Nullable BigDecimal figure(String text) {
    return text.equals("-") ? null : new BigDecimal(text);
  }

  private static Discount discount(String text) {
    if (text.equals("none")) {
      return Discount.none();
    }
    return text.endsWith("%")
        ? Discount.of(Discount.Kind.PERCENT, new BigDecimal(text.substring(0, text.length() - 1)))
        : Discount.of(Discount.Kind.FLAT, new BigDecimal(text));
  }
}
