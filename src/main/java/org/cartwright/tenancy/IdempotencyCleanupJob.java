package org.cartwright.tenancy;

import org.cartwright.platform.idempotency.Idempotency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes round all tenants once an hour and forgets the answers whose time is over. */
@Component
class IdempotencyCleanupJob {

  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyCleanupJob.class);

  private final Tenants tenants;
  private final Idempotency idempotency;

  IdempotencyCleanupJob(Tenants tenants, Idempotency idempotency) {
    this.tenants = tenants;
    this.idempotency = idempotency;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void goRound() {
    for (var tenant : tenants.ids()) {
      try {
        CurrentTenant.within(tenant, this::forget);
      } catch (RuntimeException e) {
        LOG.warn("The round through tenant {} failed; the next one tries again", tenant, e);
      }
    }
  }

  private void forget() {
    while (idempotency.forgetsSome()) {
      LOG.debug("Forgot answers; there may be more");
    }
  }
}
