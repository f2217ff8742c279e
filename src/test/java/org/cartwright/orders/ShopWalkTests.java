package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.quotes.jobs.QuoteExpiry;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A shop led at random through all that can happen in it, beside a small model: drafts are changed,
 * quoted, answered and placed, orders approved, sent and cancelled, stock and coupons changed, and
 * time passes. What is allowed is done, what is refused moves nothing, and every read agrees at
 * every step.
 */
@CartwrightTest
class ShopWalkTests {

  private static final int STEPS = 80;

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private CartExpiry carts;
  @Autowired private QuoteExpiry quotes;

  @Test
  void everyReadAgreesWithTheModelAtEveryStep() throws Exception {
    walk(1);
  }

  @ParameterizedTest
  @Tag("faults")
  @ValueSource(longs = {2, 3, 4, 5, 6})
  void itDoesSoOnOtherWalks(long seed) throws Exception {
    walk(seed);
  }

  private void walk(long seed) throws Exception {
    var walk = new ShopWalk(clinics, seed);
    try (var proof = walk.proof) {
      proof.catchingUpBy(
          () ->
              CurrentTenant.within(
                  walk.desk.clinic().id(),
                  () -> {
                    quotes.expire();
                    carts.catchUp();
                  }));
      for (int step = 0; step < STEPS; step++) {
        walk.passDays();
        try {
          clock.in(
              Duration.ofDays(walk.model.day),
              () -> {
                walk.step();
                proof.everybodySeesTheModel();
              });
        } catch (AssertionError wrong) {
          throw new AssertionError(
              "seed %d, step %d: %s".formatted(seed, step, wrong.getMessage()), wrong);
        }
      }
    }
    var report =
        clinics.operator().get("/platform/health-report?tenant=" + walk.desk.clinic().id()).ok();
    assertThat(report.at("/healthy")).as(report.text()).isEqualTo("true");
    assertThat(walk.model.orders).hasSizeGreaterThan(2);
    assertThat(walk.allowed).as("moves that were made").isGreaterThan(60);
    assertThat(walk.refused).as("moves that were refused").isGreaterThan(20);
  }
}
