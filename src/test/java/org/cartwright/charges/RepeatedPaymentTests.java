package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that is asked for twice with one key moves once. */
@CartwrightTest
class RepeatedPaymentTests {

  @Autowired private Clinics clinics;
  private PaymentDesk desk;

  @BeforeEach
  void openDesk() {
    desk = PaymentDesk.of(clinics.open());
  }

  @Test
  void theSameConversionIsAnsweredAsTheFirstTime() {
    var cart = desk.cart(5000);
    var keyed = desk.withKey("k-1");
    var said = body().with("cartId", cart).with("description", "Visit").toString();
    var path = "/billing/cart/%s/convert-to-charge".formatted(cart);

    var first = keyed.api().post(path, said).ok();
    desk.pay(first.at("/id"), 100).ok();
    var again = keyed.api().post(path, said).ok();

    assertThat(again.text()).isEqualTo(first.text());
    desk.convert(cart).refused(409);
    assertThat(desk.api().get("/billing/charge/list").ok().json().size()).isEqualTo(1);
  }

  @Test
  void theSamePaymentAndTheSameRefundAreMadeOnce() {
    var charge = desk.charge(5000);

    var payment = desk.withKey("pay").pay(charge, 3000).ok();
    var paymentAgain = desk.withKey("pay").pay(charge, 3000).ok();
    var refund = desk.withKey("refund").refund(payment.at("/id"), 1000).ok();
    var refundAgain = desk.withKey("refund").refund(payment.at("/id"), 1000).ok();

    assertThat(paymentAgain.text()).isEqualTo(payment.text());
    assertThat(refundAgain.text()).isEqualTo(refund.text());
    assertThat(desk.read(charge).number("/totalOutstanding")).isEqualTo(3000);
  }

  @Test
  void theSameCreditPaymentTakesCreditOnce() {
    var charge = desk.charge(5000);
    desk.credit(2000);

    var first = desk.withKey("credit").payWithCredit(charge, 1500).ok();
    var again = desk.withKey("credit").payWithCredit(charge, 1500).ok();

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(desk.creditLeft()).isEqualTo(500);
  }

  @Test
  void whatWasRefusedIsNotRemembered() {
    var charge = desk.charge(5000);
    var keyed = desk.withKey("k-1");

    keyed.payWithCredit(charge, 1000).refused(409);
    desk.credit(1000);

    keyed.payWithCredit(charge, 1000).ok();
    assertThat(desk.read(charge).number("/totalOutstanding")).isEqualTo(4000);
  }

  @Test
  void keysBelongToTheirClinic() {
    var other = PaymentDesk.of(clinics.open());
    var charge = desk.charge(5000);
    var othersCharge = other.charge(700);

    desk.withKey("k-1").pay(charge, 5000).ok();
    other.withKey("k-1").pay(othersCharge, 700).ok();

    assertThat(desk.read(charge).at("/status")).isEqualTo("PAID");
    assertThat(other.read(othersCharge).at("/status")).isEqualTo("PAID");
  }
}
