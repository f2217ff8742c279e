package org.cartwright.charges.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartwright.charges.api.ChargeStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a charge stands after what was paid and given back. */
class BalanceTests {

  @ParameterizedTest(name = "{1} of {0}: {2}")
  @CsvSource({
    "1000, '', OUTSTANDING, 0, 1000",
    "1000, 0, OUTSTANDING, 0, 1000", // nothing paid is nothing given back
    "1000, 1, OUTSTANDING, 1, 999",
    "1000, 999, OUTSTANDING, 999, 1",
    "1000, 1000, PAID, 1000, 0",
    "1000, 400 600, PAID, 1000, 0",
    "0, '', PAID, 0, 0", // one for nothing is settled at once
    "1000, 400 -100, OUTSTANDING, 300, 700", // a refund reopens what it gave back
    "1000, 400 -400, OUTSTANDING, 0, 1000",
    "1000, 400 -400 1000, PAID, 1000, 0",
    "1000, 1000 -1, PAID, 999, 0", // once settled, nothing is owed any more
    "1000, 1000 -1000, REFUNDED, 0, 0",
    "1000, 400 600 -600 -400, REFUNDED, 0, 0",
    "1000, 400 600 -600 -399, PAID, 1, 0",
  })
  void isSettledFromTheMomentThatItsPaymentsReachTheTotal(
      long total, String changes, ChargeStatus status, long kept, long outstanding) {
    var balance = after(total, changes);

    assertThat(balance.status()).isEqualTo(status);
    assertThat(balance.kept()).isEqualTo(kept);
    assertThat(balance.outstanding()).isEqualTo(outstanding);
    assertThat(balance.isGivenBack()).isEqualTo(changes.contains("-"));
  }

  private static Balance after(long total, String changes) {
    var each = Arrays.stream(changes.split(" ", -1)).filter(change -> !change.isEmpty()).toList();
    return Balance.of(
        total,
        false,
        IntStream.range(0, each.size())
            .mapToObj(at -> new Balance.Entry(at + 1, Long.parseLong(each.get(at)))));
  }

  @Test
  void whatCameFirstCountsFirstInWhateverOrderItIsTold() {
    var paid = new Balance.Entry(1, 1000);
    var givenBack = new Balance.Entry(2, -1000);

    assertThat(Balance.of(1000, false, Stream.of(givenBack, paid)))
        .isEqualTo(Balance.of(1000, false, Stream.of(paid, givenBack)))
        .isEqualTo(new Balance(1000, 0, true, true, false));
  }

  @Test
  void nothingIsOwedOnOneThatIsVoid() {
    var balance =
        Balance.of(1000, true, Stream.of(new Balance.Entry(1, 400), new Balance.Entry(2, -400)));

    assertThat(balance).isEqualTo(new Balance(1000, 0, false, true, true));
    assertThat(balance.status()).isEqualTo(ChargeStatus.VOID);
    assertThat(balance.outstanding()).isZero();
  }

  @Test
  void nothingWasPaidOnANewOne() {
    assertThat(Balance.ofNew(1000)).isEqualTo(new Balance(1000, 0, false, false, false));
    assertThat(Balance.ofNew(0)).isEqualTo(new Balance(0, 0, true, false, false));
  }
}
