package org.cartwright.audit.jobs;

import java.time.Duration;
import org.cartwright.audit.chain.AuditSealing;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.tenancy.TenantRound;
import org.cartwright.tenancy.TenantRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals the rows of the clinics that have new ones, thirty times in a round. */
@Component
class AuditSealingJob implements RecurringJob {

  private static final Logger LOG = LoggerFactory.getLogger(AuditSealingJob.class);

  private final AuditSealing sealing;
  private final TenantRound round;

  AuditSealingJob(TenantRounds rounds, AuditSealing sealing) {
    this.sealing = sealing;
    round = rounds.of("The record of tenant", "audit_is_to_seal(t.id)", this::seal);
  }

  @Override
  public String name() {
    return "audit-sealing";
  }

  @Override
  public Duration every(Duration roundEvery) {
    return roundEvery.dividedBy(30);
  }

  @Override
  public void goRound() {
    round.go();
  }

  private void seal() {
    while (sealing.sealsSome()) {
      LOG.debug("Sealed rows; there may be more");
    }
  }
}
