package org.cartwright.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierTests {

  private static final Tier TEN = Tier.percentOff(Quantity.of(10), percent("5"));
  private static final Tier FIFTY = Tier.priced(Quantity.of(50), new Cents(990));

  @ParameterizedTest(name = "{0} mugs at 12.50 cost {1} each")
  @CsvSource({"1,1250", "9.9999999999,1250", "10,1188", "49.9999999999,1188", "50,990", "5e8,990"})
  void theHighestThatTheQuantityReachesCounts(BigDecimal quantity, long price) {
    var tier = Tier.reached(List.of(FIFTY, TEN), quantity);

    assertThat(tier.map(reached -> reached.priceOf(new Cents(1250))).orElse(new Cents(1250)))
        .isEqualTo(new Cents(price));
  }

  @ParameterizedTest(name = "{0} less {1} % is {2}")
  @CsvSource({"1250,5,1188", "1,50,1", "999,0,999", "999,100,0", "3,33.3333333333,2"})
  void whatIsLeftOfAPriceIsRounded(long price, String percent, long left) {
    assertThat(Tier.percentOff(Quantity.ONE, percent(percent)).priceOf(new Cents(price)))
        .isEqualTo(new Cents(left));
  }

  @Test
  void hasEitherAPriceOrAPercentage() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Tier(Quantity.ONE, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tier(Quantity.ONE, Cents.ZERO, percent("1")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tier.priced(Quantity.ONE, new Cents(10_000_000_001L)));
    assertThatIllegalArgumentException().isThrownBy(() -> Tier.priced(Quantity.ONE, new Cents(-1)));
  }

  private static Percentage percent(String value) {
    return new Percentage(new BigDecimal(value));
  }
}
