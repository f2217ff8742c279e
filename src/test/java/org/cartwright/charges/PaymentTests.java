package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.cartwright.tenancy.Caller;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Money comes in for charges, and goes back. */
@CartwrightTest
class PaymentTests {

  @Autowired private Clinics clinics;
  @Autowired private Announcements announcements;
  private PaymentDesk desk;

  @BeforeEach
  void openDesk() {
    desk = PaymentDesk.of(clinics.open());
  }

  private void assertStands(String charge, String status, long outstanding) {
    var read = desk.read(charge);
    assertThat(read.at("/status")).isEqualTo(status);
    assertThat(read.number("/totalOutstanding")).isEqualTo(outstanding);
  }

  @Test
  void aChargePaidInPartsIsPaidWithTheLast() {
    var charge = desk.charge(5000);

    var first = desk.pay(charge, 1999).ok();
    assertStands(charge, "OUTSTANDING", 3001);
    desk.pay(charge, 3001, "care_credit").ok();

    assertStands(charge, "PAID", 0);
    assertThat(first.number("/amount")).isEqualTo(1999);
    assertThat(first.at("/paymentMedium")).isEqualTo("CASH");
    assertThat(first.at("/status")).isEqualTo("SUCCEEDED");
    assertThat(first.at("/patientId")).isEqualTo(desk.patient());
    var read = desk.read(charge);
    assertThat(read.at("/payments/0/paymentId")).isEqualTo(first.at("/id"));
    assertThat(read.at("/payments/0/chargeId")).isEqualTo(charge);
    assertThat(read.number("/payments/0/amount")).isEqualTo(1999);
    assertThat(read.at("/payments/1/payment/paymentMedium")).isEqualTo("CARE_CREDIT");
  }

  @Test
  void aPaymentIsInTheCurrencyOfItsClinic() {
    var elsewhere = PaymentDesk.of(clinics.open("Europe/Berlin", "EUR", "de-DE"));
    var charge = elsewhere.charge(5000);

    var payment = elsewhere.pay(charge, 1999).ok();

    assertThat(payment.at("/currency")).isEqualTo("EUR");
    assertThat(elsewhere.read(charge).at("/payments/0/payment/currency")).isEqualTo("EUR");
    assertThat(desk.pay(desk.charge(100), 100).ok().at("/currency")).isEqualTo("USD");
  }

  @Test
  void withoutAMediumItIsCash() {
    var charge = desk.charge(100);

    var payment = desk.api().post("/billing/payment/cash/create", desk.bill(charge, 100)).ok();

    assertThat(payment.at("/paymentMedium")).isEqualTo("CASH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATIENT_CREDIT", "BARTER", "CASH%20", "%C4%B1nsurance"})
  void aMediumThatIsNotSettledOutsideIsRefused(String medium) {
    var charge = desk.charge(100);

    assertThat(desk.pay(charge, 100, medium).violation()).isEqualTo("[query, payment_medium] enum");

    assertStands(charge, "OUTSTANDING", 100);
  }

  @Test
  void moreThanIsOwedIsRefused() {
    var charge = desk.charge(5000);
    desk.pay(charge, 2000).ok();

    assertThat(desk.pay(charge, 3001).refused(409).at("/detail"))
        .isEqualTo("Only 3000 cents of the charge are outstanding; take at most that.");

    assertStands(charge, "OUTSTANDING", 3000);
  }

  @Test
  void nothingIsTakenForASettledCharge() {
    var charge = desk.charge(5000);
    var payment = desk.pay(charge, 5000).ok().at("/id");

    assertThat(desk.pay(charge, 1).refused(409).at("/detail"))
        .isEqualTo("The charge is PAID: nothing is owed any more.");
    desk.payWithCredit(charge, 1).refused(409);
    desk.refund(payment, 5000).ok();
    assertThat(desk.pay(charge, 1).refused(409).at("/detail"))
        .isEqualTo("The charge is REFUNDED: nothing is owed any more.");

    assertStands(charge, "REFUNDED", 0);
    desk.pay(desk.charge(0), 1).refused(409);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void nothingOrLessIsNoPayment(long amount) {
    var charge = desk.charge(5000);

    assertThat(desk.pay(charge, amount).violation())
        .isEqualTo("[body, totalOutstanding] greater_than_equal");
    assertThat(desk.payWithCredit(charge, amount).violation())
        .isEqualTo("[body, totalOutstanding] greater_than_equal");

    assertStands(charge, "OUTSTANDING", 5000);
  }

  @Test
  void theWholeBodyIsReadThoughOnlyIdAndAmountCount() {
    var charge = desk.charge(5000);
    var body =
        body()
            .with("id", charge)
            .with("total", 5000)
            .with("total_outstanding", json("5000.0"))
            .with("status", "PAID")
            .with("createdDate", "some day")
            .with("patient", body().with("id", "x").with("type", "HUMAN"))
            .with(
                "payments",
                list(
                    body()
                        .with("id", "p")
                        .with("amount", 1)
                        .with("status", "SUCCEEDED")
                        .with("createdDate", "2026-01-02T00:00:00Z")
                        .with("paymentMedium", "CARD")
                        .with("paymentMethod", body().with("id", "m"))
                        .with("refunds", list())));

    var violations = desk.api().post("/billing/payment/cash/create", body).violations();

    assertThat(violations)
        .contains(
            "[body, patient, type] enum",
            "[body, patient, createdDate] missing",
            "[body, createdDate] datetime_from_date_parsing",
            "[body, payments, 0, paymentMethod, brand] missing")
        .hasSize(15);
    assertStands(charge, "OUTSTANDING", 5000);
  }

  @Test
  void anotherPatientInTheBodyMeansNothing() {
    var charge = desk.charge(5000);
    var body = desk.bill(charge, 5000, "somebody-else");

    assertThat(desk.api().post("/billing/payment/cash/create", body).ok().at("/patientId"))
        .isEqualTo(desk.patient());
  }

  @Test
  void aChargeThatIsNotThereCannotBePaid() {
    assertThat(desk.pay("nothing", 1).refused(404).at("/detail")).isEqualTo("Charge not found");
    assertThat(desk.pay("no charge!", 1).refused(404).at("/detail")).isEqualTo("Charge not found");
    assertThat(desk.payWithCredit("nothing", 1).refused(404).at("/detail"))
        .isEqualTo("Charge not found");
    assertThat(desk.refund("nothing", 1).refused(404).at("/detail")).isEqualTo("Payment not found");
  }

  @Test
  void creditPaysAsMuchAsThereIs() {
    var charge = desk.charge(5000);
    desk.credit(1500);
    desk.credit(1000);

    var payment = desk.payWithCredit(charge, 5000).ok();

    assertThat(payment.number("/amount")).isEqualTo(2500);
    assertThat(payment.at("/paymentMedium")).isEqualTo("PATIENT_CREDIT");
    assertStands(charge, "OUTSTANDING", 2500);
    assertThat(desk.creditLeft()).isZero();
    assertThat(desk.payWithCredit(charge, 2500).refused(409).at("/detail"))
        .startsWith("The patient has no credit left");
    assertStands(charge, "OUTSTANDING", 2500);
  }

  @Test
  void creditPaysNoMoreThanIsAskedForOrOwed() {
    var charge = desk.charge(5000);
    desk.credit(10_000);

    desk.payWithCredit(charge, 5001).refused(409);
    assertThat(desk.creditLeft()).isEqualTo(10_000);
    assertThat(desk.payWithCredit(charge, 2000).ok().number("/amount")).isEqualTo(2000);

    assertThat(desk.creditLeft()).isEqualTo(8000);
    assertStands(charge, "OUTSTANDING", 3000);
  }

  @Test
  void aRefundOfCreditBecomesCreditAgain() {
    var charge = desk.charge(5000);
    desk.credit(3000);
    desk.credit(2500);
    var payment = desk.payWithCredit(charge, 5000).ok().at("/id");
    assertThat(desk.creditLeft()).isEqualTo(500);

    desk.refund(payment, 1200).ok();
    assertThat(desk.creditLeft()).isEqualTo(1700);
    desk.refund(payment, 3800).ok();

    assertThat(desk.creditLeft()).isEqualTo(5500);
    assertStands(charge, "REFUNDED", 0);
  }

  @Test
  void aRefundBeforeTheChargeIsSettledReopensWhatItGaveBack() {
    var charge = desk.charge(5000);
    var payment = desk.pay(charge, 2000).ok().at("/id");

    var refund = desk.refund(payment, 500).ok();
    assertStands(charge, "OUTSTANDING", 3500);
    desk.refund(payment, 1500).ok();

    assertStands(charge, "OUTSTANDING", 5000);
    assertThat(refund.at("/paymentId")).isEqualTo(payment);
    assertThat(refund.number("/amount")).isEqualTo(500);
    assertThat(refund.at("/reason")).isEqualTo("OTHER");
    assertThat(refund.at("/status")).isEqualTo("SUCCEEDED");
    desk.pay(charge, 5000).ok();
    assertStands(charge, "PAID", 0);
  }

  @Test
  void aRefundAfterTheChargeWasSettledOwesNothingAgain() {
    var charge = desk.charge(5000);
    var cash = desk.pay(charge, 2000).ok().at("/id");
    var check = desk.pay(charge, 3000, "CHECK").ok().at("/id");

    desk.refund(cash, 2000).ok();
    assertStands(charge, "PAID", 0);
    desk.refund(check, 2999).ok();
    assertStands(charge, "PAID", 0);
    desk.refund(check, 1).ok();

    assertStands(charge, "REFUNDED", 0);
  }

  @Test
  void neverMoreIsGivenBackThanIsLeftOfThePayment() {
    var charge = desk.charge(5000);
    var payment = desk.pay(charge, 2000).ok().at("/id");
    desk.pay(charge, 1000).ok();
    desk.refund(payment, 600).ok();

    assertThat(desk.refund(payment, 1401).refused(409).at("/detail"))
        .isEqualTo("Only 1400 cents of this payment are left to give back.");
    desk.refund(payment, 1400).ok();
    assertThat(desk.refund(payment, 1).refused(409).at("/detail"))
        .isEqualTo("All of this payment was given back already.");

    assertStands(charge, "OUTSTANDING", 4000);
  }

  @Test
  void aRefundNamesAProviderAnAmountAndNoStock() {
    var charge = desk.charge(5000);
    var payment = desk.pay(charge, 5000).ok().at("/id");

    assertThat(
            desk.api()
                .post(
                    "/billing/payment/refund",
                    body()
                        .with("payment_id", payment)
                        .with("provider_id", "nobody")
                        .with("amount", 1)
                        .with("reason", "OTHER"))
                .violation())
        .isEqualTo("[body, provider_id] value_error");
    assertThat(desk.refund(payment, 0).violation()).isEqualTo("[body, amount] greater_than_equal");
    assertThat(desk.refund(payment, 1, body().with("restoreInventory", true)).violation())
        .isEqualTo("[body, restoreInventory] value_error");
    assertThat(desk.api().post("/billing/payment/refund", body()).violations()).hasSize(4);

    assertThat(desk.read(charge).json().at("/payments/0/payment/refunds").size()).isZero();
  }

  @Test
  void whatHappensIsAnnouncedAndWhatIsRefusedIsNot() {
    var charge = desk.charge(5000);
    var ids = new String[2];

    var heard =
        announcements.during(
            () -> {
              ids[0] = desk.pay(charge, 5000, "check").ok().at("/id");
              desk.pay(charge, 5000).refused(409);
              ids[1] = desk.refund(ids[0], 200).ok().at("/id");
              desk.refund(ids[0], 5000).refused(409);
            });

    var dollars = Currency.getInstance("USD");
    var by = Caller.withKey(desk.clinic().id(), desk.clinic().keyId());
    var paid = desk.read(charge).json().at("/payments/0/payment");
    assertThat(heard)
        .isEqualTo(
            List.of(
                new PaymentSucceeded(
                    ids[0],
                    charge,
                    desk.patient(),
                    "CHECK",
                    dollars,
                    5000,
                    by,
                    Instant.parse(paid.at("/createdDate").asString())),
                new RefundMade(
                    ids[1],
                    ids[0],
                    charge,
                    desk.patient(),
                    dollars,
                    200,
                    by,
                    Instant.parse(paid.at("/refunds/0/createdDate").asString()))));
  }
}
