package org.cartwright.tenancy;

import java.time.Duration;
import org.cartwright.platform.idempotency.Idempotency;
import org.cartwright.platform.scheduling.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets the answers whose time is over, once in sixty rounds. */
@Component
class IdempotencyCleanupJob implements RecurringJob {

  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyCleanupJob.class);

  private static final String DUE =
      "idempotency_is_due(t.id, :now - make_interval(hours => %d))"
          .formatted(Idempotency.KEPT.toHours());

  private final Idempotency idempotency;
  private final TenantRound round;

  IdempotencyCleanupJob(TenantRounds rounds, Idempotency idempotency) {
    this.idempotency = idempotency;
    round = rounds.of("The answers kept for tenant", DUE, this::forget);
  }

  @Override
  public String name() {
    return "idempotency-cleanup";
  }

  @Override
  public Duration every(Duration roundEvery) {
    return roundEvery.multipliedBy(60);
  }

  @Override
  public void goRound() {
    round.go();
  }

  private void forget() {
    while (idempotency.forgetsSome()) {
      LOG.debug("Forgot answers; there may be more");
    }
  }
}
