package org.cartwright.console.charges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.junit.jupiter.api.Test;

/**
 * What a payment comes to that is typed at the desk: 100.00 are owed, and there is credit of 20.
 */
class TillTests {

  private static final TypedFigures FIGURES =
      new TypedFigures(Locale.US, Currency.getInstance("USD"));

  private static Till till(Map<String, String> typed) {
    return Till.of(new Typed("till", null, typed), FIGURES, 10000, 2000);
  }

  @Test
  void whatIsHandedOverIsCashForWhatTheOthersLeave() {
    var till = till(Map.of("card", "62.50", "handed", "40"));

    assertThat(till.reasons()).isEmpty();
    assertThat(till.parts())
        .containsExactly(
            new Till.Part(PaymentMedium.EXTERNAL_CARD, 6250),
            new Till.Part(PaymentMedium.CASH, 3750));
    assertThat(till.change()).isEqualTo(250);
    assertThat(till.rest()).isZero();
  }

  @Test
  void lessThanIsOwedInCashIsAPartOfIt() {
    var till = till(Map.of("handed", "40"));

    assertThat(till.parts()).containsExactly(new Till.Part(PaymentMedium.CASH, 4000));
    assertThat(till.change()).isZero();
    assertThat(till.rest()).isEqualTo(6000);
  }

  @Test
  void changeIsOfTheCashThatIsToBePaid() {
    var till = till(Map.of("cash", "30", "handed", "50"));

    assertThat(till.parts()).containsExactly(new Till.Part(PaymentMedium.CASH, 3000));
    assertThat(till.change()).isEqualTo(2000);
    assertThat(till.rest()).isEqualTo(7000);
  }

  @Test
  void creditIsTakenFirstAndAnythingElseSaysWhatItIs() {
    var till = till(Map.of("other", "10", "medium", "VENMO", "credit", "20", "cash", "70"));

    assertThat(till.reasons()).isEmpty();
    assertThat(till.parts())
        .containsExactly(
            new Till.Part(PaymentMedium.PATIENT_CREDIT, 2000),
            new Till.Part(PaymentMedium.VENMO, 1000),
            new Till.Part(PaymentMedium.CASH, 7000));
  }

  @Test
  void theRestFillsAFieldAndNoMoreCreditThanThereIs() {
    assertThat(till(Map.of("card", "62.5")).filled("cash")).isEqualTo("37.50");
    assertThat(till(Map.of("card", "62.5", "cash", "1")).filled("cash")).isEqualTo("37.50");
    assertThat(till(Map.of("handed", "50")).filled("cash")).isEqualTo("100.00");
    assertThat(till(Map.of()).filled("credit")).isEqualTo("20.00");
    assertThat(till(Map.of("card", "90")).filled("credit")).isEqualTo("10.00");
    assertThat(till(Map.of("card", "190")).filled("cash")).isEqualTo("0.00");
  }

  @Test
  void whatCannotBeTakenIsSaidOfItsField() {
    assertThat(till(Map.of()).reasons()).isEqualTo(Map.of("cash", "till.problem.nothing"));
    assertThat(till(Map.of("cash", "0")).reasons())
        .isEqualTo(Map.of("cash", "till.problem.nothing"));
    assertThat(till(Map.of("card", "-5", "handed", "x")).reasons())
        .isEqualTo(Map.of("card", "till.problem.amount", "handed", "till.problem.amount"));
    assertThat(till(Map.of("card", "99999999999999999")).reasons())
        .isEqualTo(Map.of("card", "till.problem.amount"));
    assertThat(till(Map.of("card", "60", "cash", "60")).reasons())
        .isEqualTo(Map.of("card", "till.problem.more", "cash", "till.problem.more"));
    assertThat(till(Map.of("credit", "20.01")).reasons())
        .isEqualTo(Map.of("credit", "till.problem.credit"));
    assertThat(till(Map.of("cash", "10", "handed", "9.99")).reasons())
        .isEqualTo(Map.of("handed", "till.problem.handed"));
    assertThat(till(Map.of("other", "10", "medium", "PATIENT_CREDIT")).reasons())
        .isEqualTo(Map.of("medium", "till.problem.medium"));
    assertThat(till(Map.of("card", "60", "cash", "60")).rest()).isEqualTo(-2000);
  }
}
