package org.cartwright.tenancy;

import org.cartwright.platform.scheduling.FailureBackoff;

/** One kind of round through the clinics that have something due, see {@link TenantRounds}. */
public final class TenantRound {

  private final TenantRounds rounds;
  private final String due;
  private final Runnable work;
  private final FailureBackoff backoff;

  TenantRound(TenantRounds rounds, String due, Runnable work, FailureBackoff backoff) {
    this.rounds = rounds;
    this.due = due;
    this.work = work;
    this.backoff = backoff;
  }

  /** Does what is due now. */
  public void go() {
    for (var tenant : rounds.due(due, backoff.resting())) {
      if (rounds.isStopping()) {
        return;
      }
      backoff.attempt(tenant, () -> CurrentTenant.within(tenant, work));
    }
  }
}
