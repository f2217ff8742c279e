package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many who do the same at the same time. */
@CartwrightTest
class ChargeRacesTests {

  private static final int CARTS = Cases.of(20, 200);
  private static final int ROUNDS = Cases.of(3, 20);
  private static final int AT_ONCE = 10;

  @Autowired private Clinics clinics;
  private PaymentDesk desk;

  @BeforeEach
  void openDesk() {
    desk = PaymentDesk.of(clinics.open());
  }

  private static List<Answer> tenTimes(Callable<Answer> request) {
    return AtOnce.all(IntStream.range(0, AT_ONCE).mapToObj(i -> request).toList());
  }

  private static long ok(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.status() == 200).count();
  }

  @Test
  void cartsConvertedTenTimesEachAreOneChargeEach() {
    var item = desk.clinic().item("Serum", 5000);
    var carts =
        IntStream.range(0, CARTS)
            .mapToObj(i -> desk.clinic().cart(desk.patient(), line(item)).at("/id"))
            .toList();

    for (var cart : carts) {
      var answers = tenTimes(() -> desk.convert(cart));

      var charge = desk.api().get("/billing/cart/" + cart).ok().at("/convertedChargeId");
      assertThat(ok(answers)).isEqualTo(1);
      for (var answer : answers) {
        if (answer.status() == 200) {
          assertThat(answer.at("/id")).isEqualTo(charge);
        } else {
          // Or, on a busy machine, that the lock was waited for long enough.
          assertThat(answer.refused(409).at("/detail")).containsAnyOf(charge, "try again");
        }
      }
    }

    assertThat(desk.api().get("/billing/charge/list").ok().json().size()).isEqualTo(CARTS);
  }

  @Test
  void theSameKeyAtTheSameTimeIsDoneOnceAndAnsweredAlike() {
    for (int i = 0; i < ROUNDS; i++) {
      var charge = desk.charge(5000);
      var keyed = desk.withKey("pay-" + i);

      var answers = tenTimes(() -> keyed.pay(charge, 1000));

      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
      assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
      assertThat(desk.read(charge).number("/totalOutstanding")).isEqualTo(4000);
    }
  }

  @Test
  void paymentsAtTheSameTimeNeverTakeMoreThanIsOwed() {
    for (int i = 0; i < ROUNDS; i++) {
      var charge = desk.charge(5000);

      var answers = tenTimes(() -> desk.pay(charge, 2000));

      assertThat(ok(answers)).isEqualTo(2);
      assertThat(desk.read(charge).number("/totalOutstanding")).isEqualTo(1000);
    }
  }

  @Test
  void creditPaymentsAtTheSameTimeNeverOverdraw() {
    for (int i = 0; i < ROUNDS; i++) {
      var payer = PaymentDesk.of(clinics.open());
      payer.credit(1000);
      payer.credit(550);
      var charges = IntStream.range(0, AT_ONCE).mapToObj(c -> payer.charge(300)).toList();

      var answers =
          AtOnce.all(
              charges.stream()
                  .map(charge -> (Callable<Answer>) () -> payer.payWithCredit(charge, 300))
                  .toList());

      // Five in full, one gets what is left, and four nothing.
      var taken =
          answers.stream()
              .filter(answer -> answer.status() == 200)
              .map(answer -> answer.number("/amount"))
              .sorted()
              .toList();
      assertThat(taken).containsExactly(50L, 300L, 300L, 300L, 300L, 300L);
      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
      assertThat(payer.creditLeft()).isZero();
    }
  }

  @Test
  void refundsAtTheSameTimeNeverGiveBackMoreThanWasPaid() {
    for (int i = 0; i < ROUNDS; i++) {
      var charge = desk.charge(5000);
      var payment = desk.pay(charge, 5000).ok().at("/id");

      var answers = tenTimes(() -> desk.refund(payment, 2000));

      assertThat(ok(answers)).isEqualTo(2);
      var read = desk.read(charge);
      assertThat(read.json().at("/payments/0/payment/refunds").size()).isEqualTo(2);
      assertThat(read.at("/status")).isEqualTo("PAID");
    }
  }
}
