package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases.Seeds;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Random payments, refunds and cancellations, kept track of in another way. */
@CartwrightTest
class LedgerTests {

  private static final int STEPS = 60;

  @Autowired private Clinics clinics;
  private Cancelling cancelling;

  @BeforeEach
  void someoneCancels(@Autowired Charges it, @Autowired PlatformTransactionManager transactions) {
    cancelling = new Cancelling(it, transactions);
  }

  /** A payment as the test keeps it. */
  private static final class Paid {
    private final String id;
    private final boolean isCredit;
    private long left;

    Paid(String id, boolean isCredit, long left) {
      this.id = id;
      this.isCredit = isCredit;
      this.left = left;
    }
  }

  /** A charge and its patient's credit as the test keeps them: running figures, no rows. */
  private static final class Books {
    private final long total;
    private final List<Paid> payments = new ArrayList<>();
    private long kept;
    private long credit;
    private boolean settled;
    private boolean isVoid;

    Books(long total, long credit) {
      this.total = total;
      this.credit = credit;
      settled = total == 0;
    }

    long outstanding() {
      return settled || isVoid ? 0 : total - kept;
    }

    String status() {
      var allBack = !payments.isEmpty() && payments.stream().allMatch(p -> p.left == 0);
      return isVoid ? "VOID" : !settled ? "OUTSTANDING" : allBack ? "REFUNDED" : "PAID";
    }

    boolean mayPay(long amount) {
      return !settled && !isVoid && amount <= outstanding();
    }

    void paid(String id, boolean isCredit, long amount) {
      payments.add(new Paid(id, isCredit, amount));
      kept += amount;
      credit -= isCredit ? amount : 0;
      settled |= kept == total;
    }

    void takenBack() {
      payments.forEach(payment -> givenBack(payment, payment.left));
      isVoid |= !settled || payments.isEmpty();
    }

    void givenBack(Paid payment, long amount) {
      payment.left -= amount;
      kept -= amount;
      credit += payment.isCredit ? amount : 0;
    }
  }

  @Seeds(usually = 3, all = 24)
  void whatIsOwedIsWhatAnIndependentLedgerSays(long seed) {
    var random = new Random(seed);
    var desk = PaymentDesk.of(clinics.open());
    var books = new Books(random.nextInt(20_000), random.nextInt(8000) + 1);
    desk.credit(books.credit);
    var charge = desk.charge(books.total);

    for (int step = 0; step < STEPS; step++) {
      // Rarely, and then the rest of the way is one of a charge that was taken back.
      if (random.nextInt(STEPS) == 0) {
        books.takenBack();
        assertThat(cancelling.takeBack(desk.clinic(), charge, "Step " + step).name())
            .as("seed %s, step %s", seed, step)
            .isEqualTo(books.status());
      } else {
        payOrRefund(desk, charge, books, random);
      }

      var read = desk.read(charge);
      assertThat(read.number("/totalOutstanding"))
          .as("seed %s, step %s", seed, step)
          .isEqualTo(books.outstanding());
      assertThat(read.at("/status")).as("seed %s, step %s", seed, step).isEqualTo(books.status());
      assertThat(desk.api().get("/billing/charge/list?status=" + books.status()).ok().json().size())
          .as("found by its status, seed %s, step %s", seed, step)
          .isEqualTo(1);
      assertThat(desk.creditLeft()).as("seed %s, step %s", seed, step).isEqualTo(books.credit);
    }
  }

  private static void payOrRefund(PaymentDesk desk, String charge, Books books, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> pay(desk, charge, books, amount(random, books.outstanding()));
      case 1 -> payWithCredit(desk, charge, books, amount(random, books.outstanding()));
      default -> refund(desk, books, random);
    }
  }

  /** Mostly a part, sometimes all, now and then too much. */
  private static long amount(Random random, long most) {
    return switch (random.nextInt(8)) {
      case 0 -> Math.max(1, most);
      case 1 -> most + 1 + random.nextInt(100);
      default -> 1 + random.nextLong(Math.max(1, most / 3));
    };
  }

  private static void pay(PaymentDesk desk, String charge, Books books, long amount) {
    var answer = desk.pay(charge, amount);
    if (books.mayPay(amount)) {
      assertThat(answer.ok().number("/amount")).isEqualTo(amount);
      books.paid(answer.at("/id"), false, amount);
    } else {
      answer.refused(409);
    }
  }

  private static void payWithCredit(PaymentDesk desk, String charge, Books books, long amount) {
    Answer answer = desk.payWithCredit(charge, amount);
    if (books.mayPay(amount) && books.credit > 0) {
      var taken = Math.min(amount, books.credit);
      assertThat(answer.ok().number("/amount")).isEqualTo(taken);
      books.paid(answer.at("/id"), true, taken);
    } else {
      answer.refused(409);
    }
  }

  private static void refund(PaymentDesk desk, Books books, Random random) {
    if (books.payments.isEmpty()) {
      return;
    }
    var payment = books.payments.get(random.nextInt(books.payments.size()));
    var amount = amount(random, payment.left);
    var answer = desk.refund(payment.id, amount);
    if (amount <= payment.left) {
      answer.ok();
      books.givenBack(payment, amount);
    } else {
      answer.refused(409);
    }
  }
}
