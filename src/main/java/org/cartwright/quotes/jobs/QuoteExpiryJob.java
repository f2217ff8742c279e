package org.cartwright.quotes.jobs;

import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.tenancy.TenantRound;
import org.cartwright.tenancy.TenantRounds;
import org.springframework.stereotype.Component;

/** Expires the quotes whose validity has ended, of the clinics that have some. */
@Component
class QuoteExpiryJob implements RecurringJob {

  private final TenantRound round;

  QuoteExpiryJob(TenantRounds rounds, QuoteExpiry oldQuotes) {
    round =
        rounds.of(
            "The expiry of the quotes of tenant",
            "quote_is_to_expire(t.id, :now)",
            oldQuotes::expire);
  }

  @Override
  public String name() {
    return "quote-expiry";
  }

  @Override
  public void goRound() {
    round.go();
  }
}
