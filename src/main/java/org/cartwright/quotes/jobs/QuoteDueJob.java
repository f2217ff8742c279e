package org.cartwright.quotes.jobs;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.scheduling.FailureBackoff;
import org.cartwright.quotes.QuoteSending;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes round all tenants about once a minute, sends the quotes whose time has come and expires
 * those whose validity has ended. Several instances may go round at once: whoever locks a quote
 * first sends it, and the next one finds that it no longer waits. One that fails never stops the
 * others, see {@link FailureBackoff}.
 */
@Component
class QuoteDueJob {

  private static final Logger LOG = LoggerFactory.getLogger(QuoteDueJob.class);

  private static final String DUE =
      """
      select id from quote where tenant_id = ? and scheduled_date <= ? and id <> all(?)
       order by scheduled_date limit 500
      """;

  private final Tenants tenants;
  private final QuoteExpiry oldQuotes;
  private final QuoteSending sending;
  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final FailureBackoff setbacks;
  private final Clock clock;

  QuoteDueJob(
      Tenants tenants,
      QuoteExpiry oldQuotes,
      QuoteSending sending,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.tenants = tenants;
    this.oldQuotes = oldQuotes;
    this.sending = sending;
    this.jdbc = jdbc;
    this.clock = clock;
    setbacks = new FailureBackoff("Quote", clock);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  @Scheduled(
      initialDelayString = "${cartwright.round-every:PT20S}",
      fixedDelayString = "${cartwright.round-every:PT1M}")
  void goRound() {
    for (var tenant : tenants.ids()) {
      try {
        CurrentTenant.within(tenant, this::catchUp);
      } catch (RuntimeException e) {
        LOG.warn("The round through tenant {} failed; the next one tries again", tenant, e);
      }
    }
  }

  private void catchUp() {
    oldQuotes.expire();
    var tenant = CurrentTenant.id();
    due().forEach(quote -> setbacks.attempt(tenant, quote, () -> send(quote)));
  }

  private List<String> due() {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return reading.execute(
        status ->
            jdbc.sql(DUE)
                .param(CurrentTenant.id())
                .param(now)
                .param(setbacks.resting(CurrentTenant.id()))
                .query(String.class)
                .list());
  }

  private void send(String quoteId) {
    try {
      sending.sendDue(quoteId);
    } catch (Refusal refusal) {
      sending.giveUpDue(quoteId, String.valueOf(refusal.getMessage()));
    }
  }
}
