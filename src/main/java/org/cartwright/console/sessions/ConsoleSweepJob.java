package org.cartwright.console.sessions;

import java.time.Duration;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.tenancy.TenantRound;
import org.cartwright.tenancy.TenantRounds;
import org.springframework.stereotype.Component;

/** Forgets sessions and links that are over, once in sixty rounds. */
@Component
class ConsoleSweepJob implements RecurringJob {

  private final TenantRound round;

  ConsoleSweepJob(TenantRounds rounds, ConsoleSessions sessions, SignInTokens links) {
    round =
        rounds.of(
            "What is over at the console of tenant",
            "console_is_to_sweep(t.id, :now)",
            () -> {
              sessions.sweep();
              links.sweep();
            });
  }

  @Override
  public String name() {
    return "console-sweep";
  }

  @Override
  public Duration every(Duration roundEvery) {
    return roundEvery.multipliedBy(60);
  }

  @Override
  public void goRound() {
    round.go();
  }
}
