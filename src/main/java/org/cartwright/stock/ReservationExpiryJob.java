package org.cartwright.stock;

import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.tenancy.TenantRound;
import org.cartwright.tenancy.TenantRounds;
import org.springframework.stereotype.Component;

/** Clears away the reservations whose deadline has passed, of the clinics that have some. */
@Component
class ReservationExpiryJob implements RecurringJob {

  private final TenantRound round;

  ReservationExpiryJob(TenantRounds rounds, Reservations reservations) {
    round =
        rounds.of(
            "The end of the reservations of tenant",
            "stock_is_to_release(t.id, :now)",
            () -> {
              boolean isMore;
              do {
                isMore = reservations.clearsSome();
              } while (isMore);
            });
  }

  @Override
  public String name() {
    return "reservation-expiry";
  }

  @Override
  public void goRound() {
    round.go();
  }
}
