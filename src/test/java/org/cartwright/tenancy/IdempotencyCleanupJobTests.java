package org.cartwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class IdempotencyCleanupJobTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private IdempotencyCleanupJob round;

  @Test
  void anAnswerIsForgottenAfterTwoDaysAlsoWhereNoNewOneComesIn() {
    var clinic = clinics.open();
    var cart = clinic.cart(clinic.patient(), line(clinic.item("Serum", 500))).at("/id");
    var keyed = clinic.api().with("Idempotency-Key", "k-1");
    var path = "/billing/cart/%s/convert-to-charge".formatted(cart);
    var body = body().with("cartId", cart);
    var first = keyed.post(path, body).ok();

    clock.in(Duration.ofHours(47), round::goRound);
    assertThat(keyed.post(path, body).ok().text()).isEqualTo(first.text());

    clock.in(Duration.ofHours(49), round::goRound);
    keyed.post(path, body).refused(409);
  }
}
