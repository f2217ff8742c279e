package org.cartwright.tenancy.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.health.BookCheck.Examined;
import org.cartwright.tenancy.health.HealthFindings.Check;
import org.cartwright.tenancy.health.HealthFindings.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether what is stored is true to itself: every {@link BookCheck} over all documents of
 * clinics. Batches are small and each is a short transaction of its own, so a service that works
 * meanwhile hardly notices; nothing is locked, and what changes meanwhile is seen before or after,
 * never between.
 */
@Service
public class HealthReport {

  private static final int BATCH = 200;
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final List<BookCheck> checks;
  private final TransactionTemplate reading;
  private final Clock clock;

  HealthReport(List<BookCheck> checks, PlatformTransactionManager transactions, Clock clock) {
    this.checks = List.copyOf(checks);
    this.clock = clock;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * Looks at clinics, one after the other.
   *
   * @param told hears how far it is: when a clinic is done, and about every second
   * @return what came of each identity, over all of them
   */
  public List<Check> over(List<String> tenants, Consumer<Progress> told) {
    var round = new HealthRound(checks);
    var silent = clock.instant();
    int done = 0;
    for (var tenant : tenants) {
      for (var check : round.checks()) {
        @Nullable String last = "";
        while (last != null) {
          last = batch(tenant, check, last, round);
          if (isLongAgo(silent)) {
            silent = clock.instant();
            told.accept(progress(tenant, done, tenants.size(), round));
          }
        }
      }
      done++;
      silent = clock.instant();
      told.accept(progress(tenant, done, tenants.size(), round));
    }
    return round.results();
  }

  private boolean isLongAgo(Instant moment) {
    return Duration.between(moment, clock.instant()).abs().compareTo(SILENCE) > 0;
  }

  private static Progress progress(String tenant, int done, int of, HealthRound round) {
    return new Progress(tenant, done, of, round.documents(), round.found());
  }

  /** Looks at the next documents of a clinic; answers the last one's id if there may be more. */
  private @Nullable String batch(String tenant, BookCheck check, String last, HealthRound round) {
    var batch = new ArrayList<Examined>();
    CurrentTenant.within(
        tenant,
        () -> reading.executeWithoutResult(status -> batch.addAll(check.after(last, BATCH))));
    round.add(check, batch);
    return batch.size() < BATCH ? null : batch.get(batch.size() - 1).id();
  }
}
