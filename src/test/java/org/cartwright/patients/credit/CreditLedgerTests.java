package org.cartwright.patients.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cartwright.testing.bodies.Bodies.aCredit;
import static org.cartwright.testing.bodies.Bodies.body;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases.Seeds;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;

/** Taking from credit and giving back to it. */
@CartwrightTest
class CreditLedgerTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  private Till till;
  @Autowired private PatientCredits credits;
  private Clinic clinic;
  private String patient;

  @BeforeEach
  void aTillIsOpen(
      @Autowired PatientCredits it, @Autowired PlatformTransactionManager transactions) {
    till = new Till(it, transactions);
  }

  @BeforeEach
  void openAClinicWithAPatient() {
    clinic = clinics.open();
    patient = clinic.patient();
  }

  private String grant(long amount) {
    return granted(aCredit(amount));
  }

  private String grant(long amount, Duration until) {
    return granted(aCredit(amount).expiring(Instant.now().plus(until)));
  }

  private String granted(Body<?> credit) {
    return clinic.api().post("/user/patient/" + patient + "/credit", credit).ok().at("/id");
  }

  private long take(long cents, String payment) {
    return till.take(clinic, patient, cents, payment);
  }

  /** What remains of a credit, expired or not. */
  private long remaining(String credit) {
    for (var found :
        clinic
            .api()
            .get("/user/patient/" + patient + "/credit?include_expired=true&per_page=100")
            .ok()
            .json()
            .get("data")) {
      if (found.get("id").asString().equals(credit)) {
        return found.get("amountRemaining").longValue();
      }
    }
    throw new AssertionError("no such credit");
  }

  private long available() {
    return till.available(clinic, patient);
  }

  @Test
  void whatExpiresFirstIsTakenFirstThenTheOlder() {
    var lasting = grant(100);
    var late = grant(100, Duration.ofDays(20));
    var early = grant(100, Duration.ofDays(10));
    var lastingToo = grant(100);

    assertThat(take(150, "pay1")).isEqualTo(150);
    assertThat(List.of(remaining(early), remaining(late), remaining(lasting)))
        .containsExactly(0L, 50L, 100L);
    assertThat(take(120, "pay2")).isEqualTo(120);
    assertThat(List.of(remaining(late), remaining(lasting), remaining(lastingToo)))
        .containsExactly(0L, 30L, 100L);
    assertThat(take(1000, "pay3")).isEqualTo(130);
    assertThat(take(1000, "pay4")).isZero();
    assertThat(available()).isZero();
  }

  @Test
  void anExpiredCreditIsNotTaken() {
    var early = grant(100, Duration.ofDays(1));
    var lasting = grant(30);

    clock.in(Duration.ofDays(2), () -> assertThat(take(1000, "pay1")).isEqualTo(30));

    assertThat(remaining(early)).isEqualTo(100);
    assertThat(remaining(lasting)).isZero();
  }

  @Test
  void whatWasTakenLastIsGivenBackFirst() {
    var early = grant(100, Duration.ofDays(1));
    var late = grant(100, Duration.ofDays(2));
    var lasting = grant(100);
    take(250, "pay1");

    till.giveBack(clinic, "pay1", 70);
    assertThat(List.of(remaining(early), remaining(late), remaining(lasting)))
        .containsExactly(0L, 20L, 100L);
    till.giveBack(clinic, "pay1", 100);
    assertThat(List.of(remaining(early), remaining(late), remaining(lasting)))
        .containsExactly(20L, 100L, 100L);
    till.giveBack(clinic, "pay1", 80);
    assertThat(available()).isEqualTo(300);
  }

  @Test
  void theOrderOfTakingCountsWhateverTheExpiriesAreMeanwhile() {
    var first = grant(100, Duration.ofDays(1));
    var second = grant(100);
    take(150, "pay1");
    clinic
        .api()
        .patch("/user/patient/" + patient + "/credit/" + first, body().with("expiryDate", null))
        .ok();

    till.giveBack(clinic, "pay1", 60);

    assertThat(List.of(remaining(first), remaining(second))).containsExactly(10L, 100L);
  }

  @Test
  void anExpiredCreditGetsItsShareAndStaysExpired() {
    var early = grant(100, Duration.ofDays(1));
    take(60, "pay1");

    clock.in(
        Duration.ofDays(2),
        () -> {
          till.giveBack(clinic, "pay1", 60);
          assertThat(available()).isZero();
        });

    assertThat(remaining(early)).isEqualTo(100);
  }

  @Test
  void noMoreIsGivenBackThanThePaymentTook() {
    grant(100);
    take(30, "pay1");
    take(40, "pay2");
    till.giveBack(clinic, "pay1", 10);

    for (var refused : List.of("pay1", "none")) {
      assertThatExceptionOfType(Conflict.class)
          .isThrownBy(() -> till.giveBack(clinic, refused, 21));
    }

    assertThat(available()).isEqualTo(40);
    till.giveBack(clinic, "pay1", 20);
    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> till.giveBack(clinic, "pay1", 1));
    assertThat(available()).isEqualTo(60);
  }

  @Test
  void aPaymentCanTakeSeveralTimes() {
    var first = grant(100);
    take(100, "pay1");
    var second = grant(50);
    take(30, "pay1");

    till.giveBack(clinic, "pay1", 40);

    assertThat(List.of(remaining(first), remaining(second))).containsExactly(10L, 50L);
  }

  @Test
  void whatIsGivenBackToACreditThatWasToppedUpRaisesItsAmount() {
    var id = grant(100);
    take(60, "pay1");
    var path = "/user/patient/" + patient + "/credit";
    clinic.api().patch(path + "/" + id, body().with("amountRemaining", 100)).ok();

    till.giveBack(clinic, "pay1", 60);

    var credit = clinic.api().get(path).ok();
    assertThat(credit.number("/data/0/amount")).isEqualTo(160);
    assertThat(credit.number("/data/0/amountRemaining")).isEqualTo(160);
  }

  @Test
  void nothingIsTakenAsNothing() {
    grant(100);

    assertThat(take(0, "pay1")).isZero();
    till.giveBack(clinic, "pay1", 0);
    assertThat(till.take(clinic, "nobody", 10, "pay1")).isZero();
    assertThat(till.available(clinic, "nobody")).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> take(-1, "pay1"));
    assertThatIllegalArgumentException().isThrownBy(() -> till.giveBack(clinic, "pay1", -1));

    assertThat(available()).isEqualTo(100);
  }

  @Test
  void creditMovesOnlyWithinTheTransactionOfItsPayment() {
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> credits.take(patient, 1, "pay1"));
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> credits.giveBack("pay1", 1));
  }

  @Test
  void aPaymentThatFailsTakesNothing() {
    grant(100);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                till.within(
                    clinic,
                    () -> {
                      credits.take(patient, 60, "pay1");
                      throw new IllegalStateException("the payment failed");
                    }));

    assertThat(available()).isEqualTo(100);
  }

  private static List<Long> together(List<Callable<Long>> moves) throws Exception {
    var barrier = new CyclicBarrier(moves.size());
    try (var threads = Executors.newFixedThreadPool(moves.size())) {
      var futures =
          threads.invokeAll(
              moves.stream()
                  .map(
                      move ->
                          (Callable<Long>)
                              () -> {
                                barrier.await();
                                return move.call();
                              })
                  .toList());
      var results = new ArrayList<Long>();
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  @RepeatedTest(3)
  void thirtyTwoAtOnceNeverTakeMoreThanThereIs() throws Exception {
    grant(4000, Duration.ofDays(2));
    grant(3000, Duration.ofDays(1));
    grant(3001);
    var moves = new ArrayList<Callable<Long>>();
    for (int i = 0; i < 32; i++) {
      var payment = "pay" + i;
      moves.add(() -> take(500, payment));
    }

    var taken = together(moves);

    assertThat(taken.stream().mapToLong(Long::longValue).sum()).isEqualTo(10_001);
    assertThat(taken).filteredOn(cents -> cents == 500).hasSize(20);
    assertThat(taken).filteredOn(cents -> cents == 1).hasSize(1);
    assertThat(available()).isZero();
  }

  @Test
  void takingGivingBackAndCorrectingAtOnceLosesNothing() throws Exception {
    var corrected = grant(5000, Duration.ofDays(1));
    grant(5000);
    for (int i = 0; i < 8; i++) {
      take(500, "old" + i);
    }
    var balance = new AtomicLong(available());
    var moves = new ArrayList<Callable<Long>>();
    for (int i = 0; i < 8; i++) {
      var number = i;
      moves.add(() -> balance.addAndGet(-take(300, "new" + number)));
      moves.add(
          () -> {
            till.giveBack(clinic, "old" + number, 200);
            return balance.addAndGet(200);
          });
      moves.add(
          () -> {
            clinic
                .api()
                .patch("/user/patient/" + patient + "/credit/" + corrected, aCredit(6000 + number))
                .ok();
            return 0L;
          });
      moves.add(
          () -> {
            grant(10);
            return balance.addAndGet(10);
          });
    }

    together(moves);

    var grown =
        clinic
                .api()
                .get("/user/patient/" + patient + "/credit?per_page=100")
                .ok()
                .json()
                .get("data")
                .get(9)
                .get("amount")
                .longValue()
            - 5000;
    assertThat(available()).isEqualTo(balance.get() + grown);
  }

  @Test
  void twoRefundsAtOnceNeverGiveBackMoreThanWasTaken() throws Exception {
    grant(100);
    take(100, "pay1");
    var moves = new ArrayList<Callable<Long>>();
    for (int i = 0; i < 16; i++) {
      moves.add(
          () -> {
            try {
              till.giveBack(clinic, "pay1", 30);
              return 30L;
            } catch (Conflict refused) {
              return 0L;
            }
          });
    }

    var given = together(moves);

    assertThat(given.stream().mapToLong(Long::longValue).sum()).isEqualTo(90);
    assertThat(available()).isEqualTo(90);
  }

  @Seeds(usually = 3, all = 24)
  void whateverHappensTheLedgerAgreesWithTheModel(long seed) {
    new RandomCredit(seed, clinic, patient, till, clock).run(50);

    var astray =
        asServing(
            serving ->
                serving
                    .sql(
                        """
                        select count(*)
                          from patient_credit_balance balance
                         where remaining <> (select sum(change) from patient_credit_entry where credit_id = balance.id)""")
                    .query(Long.class)
                    .single());
    assertThat(astray).isZero();
  }

  /** Does something on a connection of the serving role, as this clinic. */
  private <T> T asServing(Function<JdbcClient, T> work) {
    try (var connection = TestDatabase.shared().app().getConnection()) {
      var serving = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      serving
          .sql("select set_config('cartwright.tenant', ?, false)")
          .param(clinic.id())
          .query(String.class)
          .single();
      return work.apply(serving);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "number 2 again, '2, ''ADJUSTED'', -10, 90, 100, null', patient_credit_entry_pkey",
    "a gap, '4, ''ADJUSTED'', -10, 60, 100, null', patient_credit_entry_follows",
    "another beginning, '3, ''ADJUSTED'', -10, 90, 100, null', patient_credit_entry_follows",
    "less than nothing, '3, ''TAKEN'', -80, -10, 100, ''pay2''', patient_credit_entry_remaining_check",
    "more than the amount, '3, ''ADJUSTED'', 40, 110, 100, null', patient_credit_entry_within_amount",
    "a second grant, '3, ''GRANTED'', 10, 80, 100, null', patient_credit_entry_grants_first",
    "taking without a payment, '3, ''TAKEN'', -10, 60, 100, null', patient_credit_entry_names_its_payment",
    "taking by adding, '3, ''TAKEN'', 10, 80, 100, ''pay2''', patient_credit_entry_does_what_it_says",
  })
  void theDatabaseItselfRefusesAnEntry(String which, String values, String constraint) {
    var id = grant(100);
    take(30, "pay1");

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(
            () ->
                asServing(
                    serving ->
                        serving
                            .sql(
                                """
                                insert into patient_credit_entry
                                       (tenant_id, credit_id, number, kind, change, remaining, amount, payment_id, moment)
                                values ('%s', '%s', %s, now())"""
                                    .formatted(clinic.id(), id, values))
                            .update()))
        .withMessageContaining("\"" + constraint + "\"");

    assertThat(remaining(id)).isEqualTo(70);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update patient_credit_entry set remaining = 1000",
        "delete from patient_credit_entry",
        "delete from patient_credit"
      })
  void theServingRoleCannotRewriteTheLedger(String sql) {
    grant(100);

    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> asServing(serving -> serving.sql(sql).update()))
        .havingRootCause()
        .withMessageContaining("permission denied");
  }
}
