package org.cartwright.messages;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Supplier;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Posts messages the way other modules do, and looks at what became of them. */
public final class ReceivedMessages {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public ReceivedMessages(ApplicationContext service) {
    this.outbox = service.getBean(Outbox.class);
    this.jdbc = service.getBean(JdbcClient.class);
    this.transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
  }

  /** Posts a message in a transaction of its own, which is committed. */
  public String post(String tenant, TestMessage posted) {
    return within(tenant, () -> outbox.post(posted.message()));
  }

  /** Posts a message in a transaction that comes to nothing. */
  public String postInVain(String tenant, TestMessage posted) {
    return call(
        tenant,
        () ->
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  return outbox.post(posted.message());
                }));
  }

  /** Recalls the offers about something. */
  public void recall(String tenant, String about, String why) {
    within(
        tenant,
        () -> {
          outbox.recall(Occasion.QUOTE_OFFERED, about, why);
          return true;
        });
  }

  /** Waits until a message is delivered or given up, and answers its row. */
  public Fate outcome(String tenant, String message) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> fate(tenant, message), fate -> !fate.status().equals("WAITING"));
  }

  /** Waits until a message was tried so many times. */
  public void awaitAttempts(String tenant, String message, int attempts) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> fate(tenant, message).attempts() >= attempts);
  }

  /**
   * What became of a message.
   *
   * @param kept how many columns still say who gets it or what it says
   */
  public record Fate(
      String status, int attempts, String about, @Nullable String lastFailure, int kept) {}

  public Fate fate(String tenant, String message) {
    return within(
        tenant,
        () ->
            jdbc.sql(
                    """
                    select status, attempts, about, last_failure,
                           num_nonnulls(recipient, sender, subject, text, html, link)
                      from message where id = ?
                    """)
                .param(message)
                .query(
                    (row, number) ->
                        new Fate(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5)))
                .single());
  }

  public long count(String tenant, String sql, Object... parameters) {
    return within(tenant, () -> jdbc.sql(sql).params(parameters).query(Long.class).single());
  }

  /** Does something in a transaction of a tenant. */
  public <T> T within(String tenant, Supplier<T> work) {
    return call(tenant, () -> transaction.execute(status -> work.get()));
  }

  private static <T> T call(String tenant, Supplier<T> work) {
    return CurrentTenant.call(tenant, work::get);
  }
}
