package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases.Seeds;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.oracle.PricingOracle;
import org.springframework.beans.factory.annotation.Autowired;

/** Carts over HTTP, priced by the whole service and by an oracle that was written differently. */
@CartwrightTest
class CartOracleTests {

  private static final int CARTS = 70;

  @Autowired private Clinics clinics;

  @Seeds(usually = 1, all = 20)
  void everyCartIsServedAndExplainedAsTheOracleHasIt(long seed) {
    var clinic = clinics.open();
    var shop = new PaperShop(clinic, seed);
    int refused = 0;
    for (int i = 0; i < CARTS; i++) {
      var order = shop.order();
      var figures = PricingOracle.price(shop.onPaper(order));
      var answer = clinic.api().post("/billing/cart", shop.asSent(order));
      try {
        if (figures.canBeServed()) {
          shop.assertFigures(answer.ok(), figures);
          assertThat(ServedCart.read(clinic, answer).text()).isEqualTo(answer.text());
        } else {
          refused++;
          assertThat(answer.violations()).allMatch(v -> v.endsWith("value_error"));
        }
      } catch (AssertionError mismatch) {
        throw new AssertionError(
            "seed %d, cart %d, %s: %s".formatted(seed, i, order, mismatch.getMessage()), mismatch);
      }
    }
    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isEqualTo(CARTS - refused);
  }
}
