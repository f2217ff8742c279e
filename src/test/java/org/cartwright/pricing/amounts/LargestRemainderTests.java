package org.cartwright.pricing.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTests {

  @ParameterizedTest(name = "{0} shared by {1} is {2}")
  @CsvSource({
    "1307, 2923 4499 9999, 219 338 750",
    "100, 1 1 1, 34 33 33", // equal claims: the earlier
    "200, 1 1 1, 67 67 66",
    "1, 1 1, 1 0",
    "1, 1 3 1 3, 0 1 0 0", // the larger fraction, then the earlier
    "2, 1 3, 0 2", // both are owed half a cent: the larger weight
    "2, 3 1, 2 0",
    "4, 5 1 1 1, 3 1 0 0", // all are owed a half, and two cents are over
    "4, 1 1 1 5, 1 0 0 3",
    "10, 0 1 0, 0 10 0", // no weight, no cent
    "0, 1 2 3, 0 0 0",
    "0, 0 0, 0 0",
    "7, 7 0, 7 0",
    "12, 3 4 5, 3 4 5", // all of it
    "5, 1 1, 3 2", // more than the weights
    "9007199254740991, 9007199254740991 9007199254740991, 4503599627370496 4503599627370495",
    "9007199254740991, 9007199254740990 1, 9007199254740990 1",
  })
  void sharesWithoutLosingACent(long amount, String weights, String shares) {
    assertThat(LargestRemainder.share(new Cents(amount), cents(weights))).isEqualTo(cents(shares));
  }

  @Test
  void sharesNothingAmongNobody() {
    assertThat(LargestRemainder.share(Cents.ZERO, List.of())).isEmpty();
  }

  @Test
  void neverSharesMoreThanTheWeightAndAlwaysEverything() {
    var random = new Random(2);
    for (var round = 0; round < 5_000; round++) {
      var bound = random.nextBoolean() ? 5 : 1_000_000;
      var weights =
          IntStream.range(0, 1 + random.nextInt(12))
              .mapToObj(i -> new Cents(random.nextInt(bound)))
              .toList();
      var amount = new Cents(random.nextLong(Cents.sum(weights).value() + 1));

      var shares = LargestRemainder.share(amount, weights);

      assertThat(Cents.sum(shares)).as("round %s", round).isEqualTo(amount);
      for (var i = 0; i < weights.size(); i++) {
        assertThat(shares.get(i)).as("round %s", round).isBetween(Cents.ZERO, weights.get(i));
      }
    }
  }

  @Test
  void refusesWhatCannotBeShared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LargestRemainder.share(new Cents(1), cents("0 0")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LargestRemainder.share(new Cents(1), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LargestRemainder.share(new Cents(-1), cents("1 1")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LargestRemainder.share(new Cents(1), cents("2 -1")));
  }

  private static List<Cents> cents(String values) {
    return Stream.of(values.split(" ")).map(value -> new Cents(Long.parseLong(value))).toList();
  }
}
