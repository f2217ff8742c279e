package org.cartwright.carts.jobs;

import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.tenancy.TenantRound;
import org.cartwright.tenancy.TenantRounds;
import org.springframework.stereotype.Component;

/** Lets time pass for the carts of the clinics that have some it is up for. */
@Component
class CartExpiryJob implements RecurringJob {

  private final TenantRound round;

  CartExpiryJob(TenantRounds rounds, CartExpiry oldCarts) {
    round =
        rounds.of(
            "The expiry of the carts of tenant",
            "cart_is_due(t.id, t.inactivity_days, :now)",
            oldCarts::catchUp);
  }

  @Override
  public String name() {
    return "cart-expiry";
  }

  @Override
  public void goRound() {
    round.go();
  }
}
