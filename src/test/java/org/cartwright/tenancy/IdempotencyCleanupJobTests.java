package org.cartwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
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

    clock.in(Duration.ofDays(3), round::goRound);
    assertThat(keyed.post(path, body).ok().text()).isEqualTo(first.text());

    passed(clinic, 47);
    round.goRound();
    assertThat(keyed.post(path, body).ok().text()).isEqualTo(first.text());

    passed(clinic, 2);
    round.goRound();
    keyed.post(path, body).refused(409);
  }

  private static void passed(Clinic clinic, int hours) {
    TestDatabase.shared()
        .askAsSuperuser(
            jdbc ->
                jdbc.sql(
                        "update idempotency set created_date = created_date - make_interval(hours => ?) where tenant_id = ?")
                    .param(hours)
                    .param(clinic.id())
                    .update());
  }
}
