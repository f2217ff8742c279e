package org.cartwright.webhooks.dispatch;

import java.time.Duration;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.tenancy.TenantRound;
import org.cartwright.tenancy.TenantRounds;
import org.springframework.stereotype.Component;

/**
 * Looks for events that are due and that nobody sends: later attempts, and what an instance left
 * behind that is no more.
 */
@Component
class DeliveryRound implements RecurringJob {

  private static final int TIMES_A_ROUND = 3;

  private final TenantRound round;

  DeliveryRound(TenantRounds rounds, WebhookDispatcher dispatcher) {
    round = rounds.of("The events of tenant", "webhook_is_due(t.id, :now)", dispatcher::openDue);
  }

  @Override
  public String name() {
    return "webhook-deliveries";
  }

  @Override
  public Duration every(Duration usual) {
    return usual.dividedBy(TIMES_A_ROUND);
  }

  @Override
  public void goRound() {
    round.go();
  }
}
