package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests with a key of their own are done once. */
@CartwrightTest
class IdempotencyTests {

  @Autowired private Clinics clinics;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
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
    var again = keyed.api().post(path, said.replace(":", " : ")).ok();

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
  void anotherRequestWithTheSameKeyIsRefused() {
    var charge = desk.charge(5000);
    var keyed = desk.withKey("k-1");
    keyed.pay(charge, 1000).ok();

    assertThat(keyed.pay(charge, 1001).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");
    assertThat(keyed.pay(charge, 1000, "CHECK").violation())
        .isEqualTo("[header, Idempotency-Key] value_error");
    assertThat(keyed.convert(desk.cart(100)).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");

    assertThat(desk.read(charge).number("/totalOutstanding")).isEqualTo(4000);
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

  @Test
  void aKeyIsShortAndVisible() {
    var charge = desk.charge(5000);

    assertThat(desk.withKey("two words").pay(charge, 1).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");
    assertThat(desk.withKey("k".repeat(256)).pay(charge, 1).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");
    assertThat(desk.withKey("").pay(charge, 1).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");

    desk.withKey("k".repeat(255)).pay(charge, 1).ok();
  }

  @Test
  void anAnswerAnOlderReleaseStoredIsGivenAgainInItsWords() {
    var charge = desk.charge(5000);
    var payment = desk.withKey("k-1").pay(charge, 1000).ok().at("/id");
    var words = body().with("id", payment).with("amount", 1000).with("since", "dropped").toString();
    CurrentTenant.within(
        desk.clinic().id(),
        () ->
            transactions.executeWithoutResult(
                status ->
                    jdbc.sql(
                            "update idempotency set answer = ? where tenant_id = ? and key = 'k-1'")
                        .param(words)
                        .param(desk.clinic().id())
                        .update()));

    var again = desk.withKey("k-1").pay(charge, 1000).ok();

    assertThat(again.text()).isEqualTo(words);
    assertThat(again.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(desk.read(charge).number("/totalOutstanding")).isEqualTo(4000);
  }
}
