package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.cartwright.charges.ACharge.MADE;
import static org.cartwright.charges.ACharge.aCharge;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartwright.charges.api.ChargeItem;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.api.payments.PaymentStatus;
import org.cartwright.charges.api.payments.PaymentSummary;
import org.cartwright.charges.api.payments.RefundReason;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.charges.bill.Balance;
import org.cartwright.charges.bill.BillSource;
import org.junit.jupiter.api.Test;

/** What may be paid for a charge and given back. */
class ChargeTests {

  private static void assertRefused(String sentence, ThrowingCallable asked) {
    assertThatExceptionOfType(ChargeRefusal.class).isThrownBy(asked).withMessage(sentence);
  }

  @Test
  void itIsPaidUpToWhatIsOwed() {
    var charge = aCharge(1000).paid("first", 400).build();

    assertRefused(
        "Only 600 cents of the charge are outstanding; take at most that.",
        () -> charge.pay("second", PaymentMedium.CASH, 601, MADE));
    assertRefused(
        "Only 600 cents of the charge are outstanding; take at most that.",
        () -> charge.requireOwes(601));
    var payment = charge.pay("second", PaymentMedium.CASH, 600, MADE);
    assertThat(payment.id()).isEqualTo("second");
    assertThat(payment.amount()).isEqualTo(600);
    assertThat(payment.medium()).isEqualTo(PaymentMedium.CASH);
    assertThat(payment.entry()).isEqualTo(new Balance.Entry(2, 600));
  }

  @Test
  void whatIsSettledOwesNothingAnyMore() {
    var paid = aCharge(1000).paid("payment", 1000);
    assertRefused(
        "The charge is PAID: nothing is owed any more.",
        () -> paid.build().pay("another", PaymentMedium.CASH, 1, MADE));
    assertRefused(
        "The charge is REFUNDED: nothing is owed any more.",
        () -> paid.givenBack("refund", "payment", 1000).build().requireOwes(1));
    assertRefused(
        "The charge is PAID: nothing is owed any more.", () -> aCharge(0).build().requireOwes(0));
  }

  @Test
  void aRefundBeforeItIsSettledOpensWhatItGaveBack() {
    var charge = aCharge(1000).paid("payment", 400).givenBack("refund", "payment", 100).build();

    assertThatCode(() -> charge.requireOwes(700)).doesNotThrowAnyException();
    assertRefused(
        "Only 700 cents of the charge are outstanding; take at most that.",
        () -> charge.requireOwes(701));
    assertThat(charge.pay("second", PaymentMedium.CASH, 700, MADE).entry())
        .isEqualTo(new Balance.Entry(3, 700));
  }

  @Test
  void aPaymentIsGivenBackUpToWhatIsLeftOfIt() {
    var charge =
        aCharge(1000)
            .paid("first", 400)
            .paid("second", 600)
            .givenBack("of the second", "second", 600)
            .givenBack("of the first", "first", 150)
            .build();

    assertRefused(
        "Only 250 cents of this payment are left to give back.",
        () -> charge.giveBack("refund", ACharge.wanted("first", 251), MADE));
    assertRefused(
        "All of this payment was given back already.",
        () -> charge.giveBack("refund", ACharge.wanted("second", 1), MADE));
    var refund = charge.giveBack("refund", ACharge.wanted("first", 250), MADE);
    assertThat(refund.id()).isEqualTo("refund");
    assertThat(refund.paymentId()).isEqualTo("first");
    assertThat(refund.amount()).isEqualTo(250);
    assertThat(refund.entry()).isEqualTo(new Balance.Entry(5, -250));
    assertThat(refund.summary())
        .isEqualTo(
            new RefundSummary(
                "refund",
                "first",
                250,
                RefundReason.OTHER,
                MADE,
                PaymentStatus.SUCCEEDED,
                null,
                0));
  }

  @Test
  void aPaymentOfAnotherChargeIsNotItsOwn() {
    var charge = aCharge(1000).paid("first", 400).paid("second", 600).build();

    assertThat(charge.payment("second").amount()).isEqualTo(600);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> charge.payment("of another"));
  }

  @Test
  void aPaymentIsAnsweredWithWhatItIsOf() {
    var payment = aCharge(1000).build().pay("payment", PaymentMedium.CHECK, 1000, MADE);

    assertThat(payment.summary("patient"))
        .isEqualTo(
            new PaymentSummary(
                "payment",
                "patient",
                null,
                1000,
                PaymentStatus.SUCCEEDED,
                "USD",
                null,
                "CHECK",
                null,
                null,
                null,
                null,
                MADE,
                0,
                0));
  }

  @Test
  void itHasWhatIsOnItsBill() {
    var bill = ACharge.bill(1000);
    var charge = aCharge(1000).build();

    assertThat(charge.id()).isEqualTo("charge");
    assertThat(charge.patientId()).isEqualTo("patient");
    assertThat(charge.currency()).isEqualTo(Currency.getInstance("USD"));
    assertThat(charge.total()).isEqualTo(1000);
    assertThat(charge.source()).isEqualTo(new BillSource("CART", "cart"));
    assertThat(charge.status()).isEqualTo(ChargeStatus.OUTSTANDING);
    var items = charge.items(bill).stream().map(StoredChargeItem::served).toList();
    assertThat(items).extracting(ChargeItem::name).containsExactly("Serum", "Advice");
    var serum = items.getFirst();
    assertThat(serum.id()).startsWith("chi_");
    assertThat(serum)
        .isEqualTo(
            new ChargeItem(
                serum.id(),
                "serum",
                "charge",
                "Serum",
                null,
                2,
                9,
                BigDecimal.ZERO,
                null,
                500,
                null,
                null,
                null,
                null,
                null,
                9,
                null,
                null));
    assertThat(charge.items(bill))
        .extracting("position", "packageId", "taxes")
        .containsExactly(
            tuple(0, null, bill.items().getFirst().taxes()), tuple(1, "advice", List.of()));
  }

  @Test
  void allOfItIsGivenBackPaymentByPayment() {
    var charge =
        aCharge(1000)
            .paid("first", 400)
            .paid("second", 500)
            .paid("third", 100)
            .givenBack("of the first", "first", 150)
            .givenBack("of the second", "second", 500)
            .paymentsLastFirst()
            .build();

    var refunds = charge.giveAllBack("A mistake", MADE);

    assertThat(refunds).extracting(Refund::paymentId).containsExactly("first", "third");
    assertThat(refunds)
        .extracting(Refund::entry)
        .containsExactly(new Balance.Entry(6, -250), new Balance.Entry(7, -100));
    assertThat(refunds.getFirst())
        .extracting("reason", "description", "providerId", "createdDate")
        .containsExactly(RefundReason.OTHER, "A mistake", null, MADE);
    assertThat(refunds.getFirst().id()).startsWith("ref_");
    assertThat(charge.status()).isEqualTo(ChargeStatus.REFUNDED);
    assertThat(charge.giveAllBack("Again", MADE)).isEmpty();
    assertThat(charge.becomeVoid("A mistake", MADE)).isFalse();
    assertThat(charge.status()).isEqualTo(ChargeStatus.REFUNDED);
  }

  @Test
  void whatWasNeverSettledBecomesVoidOnce() {
    var charge = aCharge(1000).paid("first", 400).build();
    charge.giveAllBack("A mistake", MADE);

    assertThat(charge.becomeVoid("A mistake", MADE)).isTrue();
    assertThat(charge.status()).isEqualTo(ChargeStatus.VOID);
    assertThat(charge).extracting("voidedDate", "voidReason").containsExactly(MADE, "A mistake");
    assertThat(charge.becomeVoid("Again", MADE)).isFalse();
    assertThat(charge).extracting("voidReason").isEqualTo("A mistake");
    assertRefused("The charge is VOID: nothing is owed any more.", () -> charge.requireOwes(1));
  }

  @Test
  void aChargeForNothingBecomesVoidThoughItIsPaid() {
    var charge = aCharge(0).build();
    assertThat(charge.status()).isEqualTo(ChargeStatus.PAID);

    assertThat(charge.becomeVoid("A mistake", MADE)).isTrue();
    assertThat(charge.status()).isEqualTo(ChargeStatus.VOID);
  }
}
