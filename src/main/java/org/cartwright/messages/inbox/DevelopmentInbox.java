package org.cartwright.messages.inbox;

import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cartwright.messages.Channel;
import org.cartwright.messages.transport.DeliveryFailure;
import org.cartwright.messages.transport.MessageTransport;
import org.cartwright.messages.transport.RenderedMessage;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Catches messages where none leave the house: it stands in for the recipients' own mailboxes. Only
 * where the database started by itself. The newest {@value #KEPT} of each clinic are kept.
 */
@Component
@ConditionalOnProperty("cartwright.inbox")
public class DevelopmentInbox implements MessageTransport {

  static final int KEPT = 500;

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DevelopmentInbox(
      JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Catching the same message again changes nothing. */
  @Override
  public void handOver(RenderedMessage rendered) throws DeliveryFailure {
    try {
      transaction.executeWithoutResult(
          status -> {
            keep(rendered);
            forgetTheOldest();
          });
    } catch (DataAccessException | TransactionException e) {
      throw DeliveryFailure.tryAgain("The inbox cannot be reached.");
    }
  }

  private void keep(RenderedMessage rendered) {
    var file = rendered.attachment();
    jdbc.sql(
            """
            insert into caught_message
                   (tenant_id, id, channel, recipient, subject, text, html, link, attachment, attachment_name, sent_date)
            values (:tenant, :id, :channel, :recipient, :subject, :text, :html, :link, :attachment, :attachmentName,
                    cast(:now as timestamptz))
            on conflict do nothing
            """)
        .param("tenant", CurrentTenant.id())
        .param("id", rendered.id())
        .param("channel", rendered.channel().name())
        .param("recipient", rendered.recipient())
        .param("subject", rendered.subject())
        .param("text", rendered.text())
        .param("html", rendered.html())
        .param("link", rendered.link())
        .param("attachment", file == null ? null : file.pdf(), Types.BINARY)
        .param("attachmentName", file == null ? null : file.name())
        .param("now", clock.instant().toString())
        .update();
  }

  private void forgetTheOldest() {
    jdbc.sql(
            """
            delete from caught_message
             where tenant_id = :tenant and id in (
                 select id from caught_message where tenant_id = :tenant
                  order by sent_date desc, id desc offset :kept)
            """)
        .param("tenant", CurrentTenant.id())
        .param("kept", KEPT)
        .update();
  }

  /**
   * What was caught, the newest first.
   *
   * @param tenant only of this clinic
   * @param to only for this recipient
   */
  List<CaughtMessage> caught(@Nullable String tenant, @Nullable String to) {
    var all = new ArrayList<CaughtMessage>();
    for (var id : tenants.ids()) {
      if (tenant != null && !tenant.equals(id)) {
        continue;
      }
      CurrentTenant.within(id, () -> all.addAll(ofCurrentTenant(to)));
    }
    all.sort(
        Comparator.comparing(CaughtMessage::sentDate).thenComparing(CaughtMessage::id).reversed());
    return all;
  }

  private List<CaughtMessage> ofCurrentTenant(@Nullable String to) {
    return transaction.execute(status -> read(to));
  }

  private List<CaughtMessage> read(@Nullable String to) {
    return jdbc.sql(
            """
            select id, channel, recipient, subject, text, html, link, attachment_name, sent_date
              from caught_message
             where tenant_id = :tenant and (cast(:to as text) is null or recipient = :to)
            """)
        .param("tenant", CurrentTenant.id())
        .param("to", to)
        .query(
            (row, number) ->
                new CaughtMessage(
                    row.getString("id"),
                    CurrentTenant.id(),
                    Channel.valueOf(row.getString("channel")),
                    row.getString("recipient"),
                    row.getString("subject"),
                    row.getString("text"),
                    row.getString("html"),
                    row.getString("link"),
                    row.getString("attachment_name"),
                    row.getTimestamp("sent_date").toInstant()))
        .list();
  }

  /** What was attached to a message, if something was and it is still kept. */
  Optional<byte[]> attachment(String tenant, String id) {
    if (!tenants.ids().contains(tenant)) {
      return Optional.empty();
    }
    var found = new ArrayList<byte[]>();
    CurrentTenant.within(tenant, () -> found.addAll(attachments(id)));
    return found.stream().findFirst();
  }

  private List<byte[]> attachments(String id) {
    return transaction.execute(
        status ->
            jdbc.sql(
                    "select attachment from caught_message"
                        + " where tenant_id = ? and id = ? and attachment is not null")
                .params(CurrentTenant.id(), id)
                .query((row, number) -> row.getBytes("attachment"))
                .list());
  }
}
