package org.cartwright.webhooks.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that webhooks are to be told of past events, in one batch. */
@Component
public class NewDeliveries {

  private static final String DELIVER =
      """
      insert into webhook_delivery
             (tenant_id, id, webhook_id, event_id, type, status, attempts, since_date, due_date, created_date)
      values (?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, ?)
      """;

  private final JdbcOperations jdbc;

  NewDeliveries(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * That a webhook is to be told of an event.
   *
   * @param since from when on it is tried
   */
  public record ToTell(
      String eventId, String type, Instant moment, String webhookId, Instant since) {}

  /** Writes it down in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(List<ToTell> told) {
    jdbc.batchUpdate(DELIVER, told.stream().map(NewDeliveries::row).toList());
  }

  private static Object[] row(ToTell one) {
    var since = one.since().atOffset(ZoneOffset.UTC);
    return new Object[] {
      CurrentTenant.id(),
      Ids.next("evt"),
      one.webhookId(),
      one.eventId(),
      one.type(),
      since,
      since,
      one.moment().atOffset(ZoneOffset.UTC)
    };
  }
}
