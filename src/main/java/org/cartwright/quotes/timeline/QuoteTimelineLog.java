package org.cartwright.quotes.timeline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.trail.Trail;
import org.cartwright.staff.ProviderRows;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to quotes, written down in the transaction in which it happens. */
@Repository
public class QuoteTimelineLog {

  private static final String NOTE =
      """
      insert into quote_event (tenant_id, id, quote_id, type, actor, key_id, provider_id, detail, happened_date)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String TIMELINE =
      """
      select e.type, e.actor, e.detail, e.happened_date, %s
        from quote_event e %s
       where e.tenant_id = ? and e.quote_id = ?
       order by e.happened_date, e.id
      """
          .formatted(ProviderRows.COLUMNS, ProviderRows.joinedTo("e", "provider_id"));

  private static final String COUNT =
      "select count(*) from quote_event where tenant_id = ? and quote_id = ?";

  private static final String TAKEN_DOWN =
      "select exists (select from quote_event where tenant_id = ? and quote_id = ?"
          + " and type in ('ACCEPTED', 'DECLINED') and provider_id is not null)";

  private static final String KNOWN =
      "select exists (select from quote where tenant_id = ? and id = ?)";

  private final JdbcClient jdbc;

  QuoteTimelineLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes down that something happened, and with which key of the clinic or by which of its
   * providers, unless the service did it by itself.
   *
   * @param detail what there is to say beside, without patient data
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(
      String quoteId,
      QuoteTimeline.Type type,
      QuoteTimeline.Actor actor,
      @Nullable String detail,
      Instant when) {
    var by = Caller.current();
    Trail.changed("quote", quoteId, "timeline");
    jdbc.sql(NOTE)
        .param(CurrentTenant.id())
        .param(Ids.next("qev"))
        .param(quoteId)
        .param(type.name())
        .param(actor.name())
        .param(actor == QuoteTimeline.Actor.SERVICE ? null : by.keyId())
        .param(actor == QuoteTimeline.Actor.SERVICE ? null : by.providerId())
        .param(detail)
        .param(OffsetDateTime.ofInstant(when, ZoneOffset.UTC))
        .update();
  }

  /** Whether there is a quote of which something can be written down. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean knows(String quoteId) {
    return jdbc.sql(KNOWN).param(CurrentTenant.id()).param(quoteId).query(Boolean.class).single();
  }

  /** How much happened to a quote; nothing only if there is none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int count(String quoteId) {
    return jdbc.sql(COUNT).param(CurrentTenant.id()).param(quoteId).query(Integer.class).single();
  }

  /** Whether it was somebody of the staff who took the patient's answer down. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isAnswerTakenDown(String quoteId) {
    return jdbc.sql(TAKEN_DOWN)
        .param(CurrentTenant.id())
        .param(quoteId)
        .query(Boolean.class)
        .single();
  }

  /** What happened to a quote, in order of time; what happened at once as it was written down. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<QuoteTimeline.Event> of(String quoteId) {
    return jdbc.sql(TIMELINE)
        .param(CurrentTenant.id())
        .param(quoteId)
        .query(
            (row, n) ->
                new QuoteTimeline.Event(
                    QuoteTimeline.Type.valueOf(row.getString("type")),
                    QuoteTimeline.Actor.valueOf(row.getString("actor")),
                    row.getString("detail"),
                    ProviderRows.read(row),
                    row.getObject("happened_date", OffsetDateTime.class).toInstant()))
        .list();
  }
}
