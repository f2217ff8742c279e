package org.cartwright.patients.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a credit stands, and how staff may correct that. */
class CreditBalanceTests {

  /** 1000 were granted, 400 are used. */
  private static final CreditBalance USED = new CreditBalance(1000, 600, true);

  @ParameterizedTest(name = "({0}, {1}) makes it {2} of {3}")
  @CsvSource({
    ", , 600, 1000",
    "1500, , 1100, 1500", // what was used stays used
    "400, , 0, 400",
    "1500, 1500, 1500, 1500",
    "1500, 0, 0, 1500",
    ", 0, 0, 1000",
    ", 1000, 1000, 1000",
    "400, 400, 400, 400",
  })
  void itIsCorrected(
      @Nullable Long amount, @Nullable Long remaining, long nowRemaining, long nowAmount) {
    assertThat(USED.corrected(amount, remaining))
        .isEqualTo(new CreditBalance(nowAmount, nowRemaining, true));
  }

  @ParameterizedTest
  @CsvSource({"399,", "399, 399", "0, 0"})
  void itIsNeverLessThanWhatWasUsed(long amount, @Nullable Long remaining) {
    assertThatExceptionOfType(CreditRefusal.class)
        .isThrownBy(() -> USED.corrected(amount, remaining))
        .withMessage(
            "More than this amount of the credit was used already; choose at least what was used.");
  }

  @ParameterizedTest
  @CsvSource({", 1001", "500, 501", "1500, 1501"})
  void noMoreRemainsThanTheAmount(@Nullable Long amount, long remaining) {
    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(() -> USED.corrected(amount, remaining))
        .satisfies(
            refused ->
                assertThat(refused.violations())
                    .containsExactly(
                        Violation.inBody("no more can remain than the amount", "amountRemaining")));
  }

  @Test
  void onlyWhatWasNeverUsedIsDeleted() {
    var sentence =
        "The credit was used and cannot be deleted; set amountRemaining to 0 to withdraw what is left.";

    assertThatCode(() -> new CreditBalance(1000, 1000, false).requireUnused())
        .doesNotThrowAnyException();
    assertThatExceptionOfType(CreditRefusal.class)
        .isThrownBy(() -> new CreditBalance(1000, 999, false).requireUnused())
        .withMessage(sentence);
    assertThatExceptionOfType(CreditRefusal.class)
        .isThrownBy(() -> new CreditBalance(1000, 1000, true).requireUnused())
        .withMessage(sentence);
  }
}
