package org.cartwright.webhooks.jobs;

import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.tenancy.TenantRound;
import org.cartwright.tenancy.TenantRounds;
import org.springframework.stereotype.Component;

/** Forgets old events, of the clinics that have some. */
@Component
class OldEventsJob implements RecurringJob {

  private final TenantRound round;

  OldEventsJob(TenantRounds rounds, OldEvents events) {
    round =
        rounds.of(
            "The old events of tenant",
            "webhook_event_is_old(t.id, %s)".formatted(events.moment()),
            events::forget);
  }

  @Override
  public String name() {
    return "webhook-old-events";
  }

  @Override
  public void goRound() {
    round.go();
  }
}
