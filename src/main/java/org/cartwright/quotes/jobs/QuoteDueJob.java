package org.cartwright.quotes.jobs;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.scheduling.FailureBackoff;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.quotes.QuoteSending;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.TenantRound;
import org.cartwright.tenancy.TenantRounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the quotes whose time has come, of the clinics that have some. Whoever locks a quote first
 * sends it, and the next one finds that it no longer waits. One that fails never stops the others,
 * see {@link FailureBackoff}.
 */
@Component
class QuoteDueJob implements RecurringJob {

  private static final String DUE =
      """
      select id from quote where tenant_id = ? and scheduled_date <= ? and id <> all(?)
       order by scheduled_date limit 500
      """;

  private final TenantRound round;
  private final QuoteSending sending;
  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final FailureBackoff backoff;
  private final Clock clock;

  QuoteDueJob(
      TenantRounds rounds,
      QuoteSending sending,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.sending = sending;
    this.jdbc = jdbc;
    this.clock = clock;
    backoff = new FailureBackoff("Quote", clock);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    round =
        rounds.of("The due quotes of tenant", "quote_is_to_send(t.id, :now)", this::sendWhatIsDue);
  }

  @Override
  public String name() {
    return "quote-sending";
  }

  @Override
  public void goRound() {
    round.go();
  }

  private void sendWhatIsDue() {
    var tenant = CurrentTenant.id();
    due().forEach(quote -> backoff.attempt(tenant, quote, () -> send(quote)));
  }

  private List<String> due() {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return reading.execute(
        status ->
            jdbc.sql(DUE)
                .param(CurrentTenant.id())
                .param(now)
                .param(backoff.resting(CurrentTenant.id()))
                .query(String.class)
                .list());
  }

  private void send(String quoteId) {
    try {
      sending.sendDue(quoteId);
    } catch (Refusal refusal) {
      sending.giveUpDue(quoteId, refusal);
    }
  }
}
