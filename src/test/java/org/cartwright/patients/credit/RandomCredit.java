package org.cartwright.patients.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.TestClock;
import org.jspecify.annotations.Nullable;

/**
 * Does at random what can be done with a patient's credit, keeps its own book of it cent by cent,
 * and compares after every step.
 */
final class RandomCredit {

  private final Random random;
  private final Clinic clinic;
  private final String path;
  private final String patient;
  private final Till till;
  private final TestClock clock;
  private final String seed;

  private final Instant start = Instant.now();
  private Duration elapsed = Duration.ZERO;
  private final List<Credit> credits = new ArrayList<>();

  /** By payment, the credits from which its cents came, cent by cent, the last on top. */
  private final Map<String, Deque<Credit>> payments = new LinkedHashMap<>();

  RandomCredit(long seed, Clinic clinic, String patient, Till till, TestClock clock) {
    this.seed = "seed " + seed;
    this.random = new Random(seed);
    this.clinic = clinic;
    this.patient = patient;
    this.path = "/user/patient/" + patient + "/credit";
    this.till = till;
    this.clock = clock;
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      elapsed = elapsed.plusHours(random.nextInt(12));
      clock.in(
          elapsed,
          () -> {
            step();
            compare();
          });
    }
  }

  private void step() {
    switch (random.nextInt(8)) {
      case 0, 1 -> grant();
      case 2, 3 -> take();
      case 4, 5 -> giveBack();
      case 6 -> correct();
      default -> delete();
    }
  }

  private void grant() {
    var credit = new Credit();
    credit.amount = 1 + random.nextInt(60);
    credit.remaining = random.nextInt(4) == 0 ? random.nextInt(credit.amount + 1) : credit.amount;
    credit.expiry = someExpiry();
    var answer =
        clinic
            .api()
            .post(
                path,
                body()
                    .with("amount", credit.amount)
                    .with("amountRemaining", credit.remaining)
                    .with("expiryDate", credit.expiry))
            .ok();
    credit.id = answer.at("/id");
    credits.add(credit);
  }

  private @Nullable Instant someExpiry() {
    return random.nextBoolean()
        ? null
        : start.plus(elapsed).plus(Duration.ofDays(1 + random.nextInt(4)));
  }

  private void take() {
    int wanted = 1 + random.nextInt(90);
    var payment = "pay" + payments.size();
    var cents = new ArrayDeque<Credit>();
    for (var credit : usable()) {
      while (cents.size() < wanted && credit.remaining > 0) {
        credit.remaining--;
        credit.takenFrom = true;
        cents.push(credit);
      }
    }
    payments.put(payment, cents);
    assertThat(till.take(clinic, patient, wanted, payment)).as(seed).isEqualTo(cents.size());
  }

  private void giveBack() {
    var open = payments.entrySet().stream().filter(p -> !p.getValue().isEmpty()).toList();
    if (open.isEmpty()) {
      return;
    }
    var payment = open.get(random.nextInt(open.size()));
    int cents = 1 + random.nextInt(payment.getValue().size());
    for (int i = 0; i < cents; i++) {
      var credit = payment.getValue().pop();
      credit.remaining++;
      credit.amount = Math.max(credit.amount, credit.remaining);
    }
    till.giveBack(clinic, payment.getKey(), cents);
  }

  private void correct() {
    if (credits.isEmpty()) {
      return;
    }
    var credit = credits.get(random.nextInt(credits.size()));
    int used = credit.amount - credit.remaining;
    if (random.nextBoolean()) {
      int amount = 1 + random.nextInt(60);
      var answer = clinic.api().patch(path + "/" + credit.id, body().with("amount", amount));
      if (amount < used) {
        answer.refused(409);
      } else {
        answer.ok();
        credit.amount = amount;
        credit.remaining = amount - used;
      }
    } else {
      credit.remaining = random.nextInt(credit.amount + 1);
      credit.expiry = someExpiry();
      clinic
          .api()
          .patch(
              path + "/" + credit.id,
              body().with("amountRemaining", credit.remaining).with("expiryDate", credit.expiry))
          .ok();
    }
  }

  private void delete() {
    if (credits.isEmpty()) {
      return;
    }
    var credit = credits.get(random.nextInt(credits.size()));
    var answer = clinic.api().delete(path + "/" + credit.id);
    if (credit.takenFrom || credit.remaining != credit.amount) {
      answer.refused(409);
    } else {
      answer.ok();
      credits.remove(credit);
    }
  }

  private List<Credit> usable() {
    var now = start.plus(elapsed);
    return credits.stream()
        .filter(c -> c.remaining > 0 && (c.expiry == null || c.expiry.isAfter(now)))
        .sorted(
            Comparator.comparing(c -> c.expiry, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private void compare() {
    var usable = usable();
    long total = usable.stream().mapToLong(c -> c.remaining).sum();
    var available = clinic.api().get(path + "/available").ok();
    assertThat(available.number("/totalAvailable")).as(seed).isEqualTo(total);
    assertThat(available.number("/count")).as(seed).isEqualTo(usable.size());
    for (int i = 0; i < usable.size(); i++) {
      var served = available.json().get("credits").get(i);
      assertThat(served.get("creditId").asString()).as(seed).isEqualTo(usable.get(i).id);
      assertThat(served.get("remainingAmount").intValue())
          .as(seed)
          .isEqualTo(usable.get(i).remaining);
    }
    assertThat(clinic.api().get("/user/patient/" + patient).ok().number("/creditBalance"))
        .as(seed)
        .isEqualTo(total);
    var all = clinic.api().get(path + "?include_expired=true&per_page=100").ok();
    assertThat(all.number("/total")).as(seed).isEqualTo(credits.size());
    for (int i = 0; i < credits.size(); i++) {
      var credit = credits.get(credits.size() - 1 - i);
      var served = all.json().get("data").get(i);
      assertThat(served.get("id").asString()).as(seed).isEqualTo(credit.id);
      assertThat(served.get("amount").intValue()).as(seed).isEqualTo(credit.amount);
      assertThat(served.get("amountRemaining").intValue()).as(seed).isEqualTo(credit.remaining);
    }
  }

  private static final class Credit {
    private String id = "";
    private int amount;
    private int remaining;
    private boolean takenFrom;
    private @Nullable Instant expiry;
  }
}
