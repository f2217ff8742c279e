package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.patients.PatientEvent;
import org.cartwright.platform.errors.Missing;
import org.cartwright.tenancy.Caller;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What was charged is cancelled: the charge is void, or everything paid for it is given back. */
@CartwrightTest
class ChargeTakenBackTests {

  private static final String REASON = "Cancelled by phone";
  private static final int ROUNDS = Cases.of(3, 20);

  @Autowired private Clinics clinics;
  @Autowired private Announcements announcements;
  private Cancelling cancelling;
  @Autowired private TestClock clock;
  private PaymentDesk desk;

  @BeforeEach
  void someoneCancels(@Autowired Charges it, @Autowired PlatformTransactionManager transactions) {
    cancelling = new Cancelling(it, transactions);
  }

  @BeforeEach
  void openDesk() {
    desk = PaymentDesk.of(clinics.open());
  }

  private ChargeStatus takeBack(String charge) {
    return cancelling.takeBack(desk.clinic(), charge, REASON);
  }

  private List<String> found(String query) {
    var ids = new ArrayList<String>();
    desk.api()
        .get("/billing/charge/list" + query)
        .ok()
        .json()
        .forEach(charge -> ids.add(charge.get("id").asString()));
    return ids;
  }

  private Answer timeline(String charge) {
    return desk.api().get("/billing/charge/timeline?charge_id=" + charge).ok();
  }

  private static List<String> types(Answer timeline) {
    var types = new ArrayList<String>();
    timeline.json().forEach(entry -> types.add(entry.get("type").asString()));
    return types;
  }

  @Test
  void aChargeOnWhichNothingWasPaidIsVoid() {
    var charge = desk.charge(5000);
    var before = desk.read(charge).json();

    assertThat(takeBack(charge)).isEqualTo(ChargeStatus.VOID);

    var after = desk.read(charge);
    assertThat(after.at("/status")).isEqualTo("VOID");
    assertThat(after.number("/totalOutstanding")).isZero();
    assertThat(after.number("/total")).isEqualTo(5000);
    assertThat(after.json().get("items")).isEqualTo(before.get("items"));
    assertThat(after.json().get("payments")).isEmpty();
  }

  @Test
  void aVoidChargeIsFoundAsSuchAndAsNothingElse() {
    var open = desk.charge(300);
    var charge = desk.charge(5000);
    takeBack(charge);

    assertThat(found("?status=VOID")).containsExactly(charge);
    assertThat(found("?status=OUTSTANDING")).containsExactly(open);
    assertThat(found("?status=PAID")).isEmpty();
    assertThat(found("?status=REFUNDED")).isEmpty();
    assertThat(found("")).containsExactly(charge, open);
    assertThat(desk.api().get("/billing/charge/list?status=VOID").ok().json().get(0))
        .isEqualTo(desk.read(charge).json());
  }

  @Test
  void aVoidChargeTakesNoPayment() {
    desk.credit(1000);
    var charge = desk.charge(5000);
    takeBack(charge);

    var sentence = "The charge is VOID: nothing is owed any more.";
    assertThat(desk.pay(charge, 1).refused(409).at("/detail")).isEqualTo(sentence);
    assertThat(desk.payWithCredit(charge, 1).refused(409).at("/detail")).isEqualTo(sentence);
    assertThat(desk.creditLeft()).isEqualTo(1000);
    assertThat(desk.read(charge).json().get("payments")).isEmpty();
  }

  @Test
  void whatPaidForASettledChargeGoesBackToWhereItCameFrom() {
    desk.credit(2000);
    var charge = desk.charge(5000);
    var cash = desk.pay(charge, 3000).ok().at("/id");
    desk.payWithCredit(charge, 2000).ok();
    desk.refund(cash, 500).ok();

    assertThat(takeBack(charge)).isEqualTo(ChargeStatus.REFUNDED);

    var after = desk.read(charge);
    assertThat(after.at("/status")).isEqualTo("REFUNDED");
    assertThat(after.number("/totalOutstanding")).isZero();
    assertThat(after.number("/payments/0/payment/refunds/0/amount")).isEqualTo(500);
    assertThat(after.number("/payments/0/payment/refunds/1/amount")).isEqualTo(2500);
    assertThat(after.number("/payments/1/payment/refunds/0/amount")).isEqualTo(2000);
    assertThat(desk.creditLeft()).isEqualTo(2000);
    assertThat(found("?status=REFUNDED")).containsExactly(charge);
    assertThat(types(timeline(charge)))
        .containsExactly("CHARGE", "PAYMENT", "PAYMENT", "REFUND", "REFUND", "REFUND");
  }

  @Test
  void severalPaymentsByCreditThatAreGivenBackAtOnceAreOneChangeOfThePatient() {
    desk.credit(2000);
    var charge = desk.charge(5000);
    desk.payWithCredit(charge, 500).ok();
    desk.payWithCredit(charge, 1500).ok();

    assertThat(
            announcements.during(() -> takeBack(charge)).stream()
                .filter(PatientEvent.class::isInstance)
                .map(event -> ((PatientEvent) event).patientId()))
        .containsExactly(desk.patient());
    assertThat(desk.creditLeft()).isEqualTo(2000);
  }

  @Test
  void aPartPaymentIsGivenBackAndTheRestIsNotOwedEither() {
    var charge = desk.charge(5000);
    var payment = desk.pay(charge, 1000).ok().at("/id");

    assertThat(takeBack(charge)).isEqualTo(ChargeStatus.VOID);

    var after = desk.read(charge);
    assertThat(after.at("/status")).isEqualTo("VOID");
    assertThat(after.number("/totalOutstanding")).isZero();
    assertThat(after.number("/payments/0/payment/refunds/0/amount")).isEqualTo(1000);
    assertThat(desk.refund(payment, 1).refused(409).at("/detail"))
        .isEqualTo("All of this payment was given back already.");
    var receipt = desk.api().get("/billing/payment/%s/receipt".formatted(payment)).ok();
    assertThat(receipt.at("/charges/0/status")).isEqualTo("VOID");
  }

  @Test
  void aChargeOfNothingIsVoidToo() {
    var charge = desk.charge(0);

    assertThat(takeBack(charge)).isEqualTo(ChargeStatus.VOID);

    assertThat(desk.read(charge).at("/status")).isEqualTo("VOID");
    assertThat(found("?status=VOID")).containsExactly(charge);
  }

  @Test
  void theTimelineTellsWhenAndWhy() {
    var charge = desk.charge(5000);
    desk.pay(charge, 1000).ok();
    takeBack(charge);

    var told = timeline(charge);

    assertThat(types(told)).containsExactly("CHARGE", "PAYMENT", "REFUND", "VOID");
    assertThat(told.at("/0/status")).isEqualTo("VOID");
    assertThat(told.at("/2/description")).isEqualTo(REASON);
    assertThat(told.at("/2/refundReason")).isEqualTo("OTHER");
    assertThat(told.json().at("/2/creator").isNull()).isTrue();
    assertThat(told.at("/3/id")).isEqualTo(charge);
    assertThat(told.at("/3/status")).isEqualTo("VOID");
    assertThat(told.number("/3/amount")).isEqualTo(5000);
    assertThat(told.at("/3/description")).isEqualTo(REASON);
    assertThat(told.at("/3/date")).isEqualTo(told.at("/2/date"));
  }

  @Test
  void doneAgainItChangesNothingAndIsNotAnnounced() {
    var settled = desk.charge(700);
    desk.pay(settled, 700).ok();
    var open = desk.charge(500);
    takeBack(settled);
    takeBack(open);
    var before = List.of(timeline(settled).text(), timeline(open).text());

    var heard =
        announcements.during(
            () -> {
              assertThat(cancelling.takeBack(desk.clinic(), settled, "Again"))
                  .isEqualTo(ChargeStatus.REFUNDED);
              assertThat(cancelling.takeBack(desk.clinic(), open, "Again"))
                  .isEqualTo(ChargeStatus.VOID);
            });

    assertThat(heard).isEmpty();
    assertThat(List.of(timeline(settled).text(), timeline(open).text())).isEqualTo(before);
  }

  @Test
  void itIsAnnouncedOnceWithWhatIsGivenBack() {
    var cart = desk.cart(5000);
    var charge = desk.convert(cart).ok().at("/id");
    var payment = desk.pay(charge, 1000).ok().at("/id");

    var heard = announcements.during(() -> takeBack(charge));

    var told = timeline(charge);
    var moment = Instant.parse(told.at("/3/date"));
    var usd = Currency.getInstance("USD");
    var by = new Caller(Caller.Kind.SERVICE, desk.clinic().id(), null);
    assertThat(heard)
        .containsExactly(
            new RefundMade(
                told.at("/2/id"), payment, charge, desk.patient(), usd, 1000, by, moment),
            new ChargeVoided(
                charge, desk.patient(), new BillSource("CART", cart), usd, 5000, by, moment));
  }

  @Test
  void anotherClinicHasNoSuchCharge() {
    var charge = desk.charge(5000);
    var others = clinics.open();

    assertThatExceptionOfType(Missing.class)
        .isThrownBy(() -> cancelling.takeBack(others, charge, REASON));
    assertThatExceptionOfType(Missing.class)
        .isThrownBy(() -> cancelling.takeBack(others, "chg_nothing", REASON));
    assertThat(desk.read(charge).at("/status")).isEqualTo("OUTSTANDING");
  }

  @Test
  void tenAtOnceGiveBackOnce() {
    for (int i = 0; i < ROUNDS; i++) {
      desk.credit(100);
      var charge = desk.charge(5000);
      desk.pay(charge, 1000).ok();
      desk.payWithCredit(charge, 100).ok();

      var statuses =
          AtOnce.all(
              IntStream.range(0, 10)
                  .mapToObj(n -> (Callable<ChargeStatus>) () -> takeBack(charge))
                  .toList());

      assertThat(statuses).containsOnly(ChargeStatus.VOID);
      assertThat(types(timeline(charge)))
          .containsExactly("CHARGE", "PAYMENT", "PAYMENT", "REFUND", "REFUND", "VOID");
      assertThat(desk.creditLeft()).isEqualTo(100L * (i + 1));
    }
  }

  @Test
  void whoPaysMeanwhileIsRefusedOrGetsItBack() {
    for (int i = 0; i < ROUNDS; i++) {
      var charge = desk.charge(5000);
      var jobs = new ArrayList<Callable<Integer>>();
      for (int n = 0; n < 5; n++) {
        jobs.add(() -> desk.pay(charge, 1000).status());
      }
      jobs.add(
          () -> {
            takeBack(charge);
            return 0;
          });

      var answers = AtOnce.all(jobs);

      assertThat(answers).isSubsetOf(0, 200, 409);
      var after = desk.read(charge);
      long paid = answers.stream().filter(status -> status == 200).count();
      assertThat(after.json().get("payments")).hasSize((int) paid);
      after
          .json()
          .get("payments")
          .forEach(
              payment ->
                  assertThat(payment.at("/payment/refunds/0/amount").asLong()).isEqualTo(1000));
      // If all five came first they settled it.
      assertThat(after.at("/status")).isEqualTo(paid == 5 ? "REFUNDED" : "VOID");
      assertThat(after.number("/totalOutstanding")).isZero();
    }
  }

  @Test
  void theMomentIsTheClocks() {
    var charge = desk.charge(5000);
    var moment = Instant.parse("2031-02-03T04:05:06Z");

    clock.stoppedAt(moment, () -> takeBack(charge));

    assertThat(timeline(charge).at("/1/date")).isEqualTo("2031-02-03T04:05:06Z");
  }
}
