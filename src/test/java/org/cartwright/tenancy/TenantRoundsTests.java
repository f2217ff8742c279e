package org.cartwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.Troublemaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds through the clinics that have something due, and how it is found out which have. */
@CartwrightTest
@ExtendWith(OutputCaptureExtension.class)
class TenantRoundsTests {

  @Autowired private TenantRounds rounds;
  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private Statements statements;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private final List<String> done = new ArrayList<>();

  private TenantRound through(String first, String second, Runnable work) {
    return rounds.of("The work of tenant", "t.id in ('%s', '%s')".formatted(first, second), work);
  }

  @Test
  void aClinicWhoseWorkFailsStopsNoOtherAndIsLeftAloneForAWhile(CapturedOutput log) {
    var sick = clinics.open().id();
    var sound = clinics.open().id();
    var round =
        through(
            sick,
            sound,
            () -> {
              done.add(CurrentTenant.id());
              if (CurrentTenant.id().equals(sick)) {
                throw new IllegalStateException(Troublemaker.SECRET);
              }
            });

    round.go();
    assertThat(done).containsExactlyInAnyOrder(sick, sound);
    round.go();
    assertThat(done).containsExactlyInAnyOrder(sick, sound, sound);
    clock.in(Duration.ofMinutes(3), round::go);
    assertThat(done).containsExactlyInAnyOrder(sick, sound, sound, sick, sound);
    assertThat(
            log.getAll()
                .lines()
                .filter(line -> line.contains("The work of tenant " + sick))
                .toList())
        .hasSize(2)
        .allSatisfy(
            line -> assertThat(line).contains("met a java.lang.IllegalStateException in org"));
    assertThat(log).doesNotContain(Troublemaker.SECRET, "\tat ");
  }

  @Test
  void whereNothingIsDueARoundIsOneStatement() {
    var round = rounds.of("The work of tenant", "t.id = ''", () -> done.add(CurrentTenant.id()));

    assertThat(statements.sentDuring(round::go)).hasSize(1);
    assertThat(done).isEmpty();
  }

  @Test
  void cartsAreDueOnceTheyHaveLapsedOrLainIdle() {
    var desk = QuoteDesk.of(clinics.open());
    assertThat(isDue(desk, "cart_is_due(t.id, t.inactivity_days, :now)")).isFalse();
    desk.cart(100);
    assertThat(isDue(desk, "cart_is_due(t.id, t.inactivity_days, :now)")).isFalse();
    clock.in(
        Duration.ofDays(31),
        () -> {
          assertThat(isDue(desk, "cart_is_due(t.id, t.inactivity_days, :now)")).isTrue();
          assertThat(isDue(desk, "cart_is_due(t.id, 40, :now)")).isFalse();
        });
    lapsing(desk);
    assertThat(isDue(desk, "cart_is_due(t.id, 40, :now)")).isFalse();
    clock.in(
        Duration.ofDays(3), () -> assertThat(isDue(desk, "cart_is_due(t.id, 40, :now)")).isTrue());
  }

  private void lapsing(QuoteDesk desk) {
    desk.api()
        .post(
            "/billing/cart",
            aCart()
                .of(desk.patient())
                .expires(clock.instant().plus(Duration.ofDays(2)))
                .with(line(desk.clinic().item("Peel", 900))))
        .ok();
  }

  @Test
  void quotesAreDueOnceTheirTimeHasComeOrTheirValidityHasEnded() {
    var desk = QuoteDesk.of(clinics.open());
    var end = clock.instant().plus(Duration.ofHours(5));
    desk.quote(desk.cart(100), aQuote().validUntil(end)).ok();
    assertThat(isDue(desk, "quote_is_to_expire(t.id, :now)")).isFalse();
    desk.sendAt(desk.quote(200), end).ok();
    assertThat(isDue(desk, "quote_is_to_send(t.id, :now)")).isFalse();
    clock.in(
        Duration.ofHours(6),
        () -> {
          assertThat(isDue(desk, "quote_is_to_expire(t.id, :now)")).isTrue();
          assertThat(isDue(desk, "quote_is_to_send(t.id, :now)")).isTrue();
        });
  }

  private boolean isDue(QuoteDesk desk, String condition) {
    return rounds.due(condition, new String[0]).contains(desk.clinic().id());
  }

  @Test
  void lookingWhetherAnotherClinicHasSomethingDueLeavesATransactionItsOwn() {
    var own = clinics.open().id();
    var other = clinics.open().id();
    for (var question :
        List.of(
            "cart_is_due('%s', 30, now())",
            "quote_is_to_expire('%s', now())",
            "quote_is_to_send('%s', now())",
            "stock_is_to_release('%s', now())",
            "idempotency_is_due('%s', now())")) {
      CurrentTenant.within(
          own,
          () ->
              new TransactionTemplate(transactions)
                  .executeWithoutResult(
                      status -> {
                        assertThat(ask(question.formatted(other))).isEqualTo("false");
                        assertThat(ask("current_setting('cartwright.tenant')")).isEqualTo(own);
                      }));
    }
  }

  private String ask(String question) {
    return jdbc.sql("select (" + question + ")::text").query(String.class).single();
  }
}
