package org.cartwright.quotes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.cartwright.quotes.state.QuoteRefusal;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of an offer: a quote, what it revises and what revises it, however often, whichever
 * carts they are of. One of them at a time is open: with the patient, waiting to be sent, accepted
 * or converted. One that waits is not open once its cart can no longer be quoted: it never leaves.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QuoteVersions {

  /** From a quote to the one that all its revisions began with. */
  private static final String FIRST =
      """
      first as (
          select id, supersedes_id from quote where tenant_id = :tenant and id = :quote
          union all
          select q.id, q.supersedes_id from first f join quote q on q.tenant_id = :tenant and q.id = f.supersedes_id)
      """;

  private static final String LOCK_FIRST =
      "with recursive "
          + FIRST
          + """
            select id from quote
             where tenant_id = :tenant and id = (select id from first where supersedes_id is null)
               for no key update
            """;

  private static final String OPEN_VERSION =
      "with recursive "
          + FIRST
          + """
            , version as (
                select id from first where supersedes_id is null
                union all
                select q.id from version v join quote q on q.tenant_id = :tenant and q.supersedes_id = v.id)
            select q.id from version v join quote q on q.tenant_id = :tenant and q.id = v.id
             where q.id <> :quote and q.cart_id <> :but
               and case quote_status_at(q.status, q.valid_until_date, :now)
                       when 'DRAFT' then
                           q.scheduled_date is not null
                           and exists (select from cart c
                                        where c.tenant_id = :tenant and c.id = q.cart_id and c.status = 'DRAFT'
                                          and c.archived_date is null)
                       else quote_status_at(q.status, q.valid_until_date, :now)
                                in ('SENT', 'VIEWED', 'ACCEPTED', 'CONVERTED')
                   end
             order by q.created_date desc, q.id desc limit 1
            """;

  private final JdbcClient jdbc;

  QuoteVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Refuses to go on with a quote that has ended if another version of it is open.
   *
   * @throws QuoteRefusal that names the other one
   */
  void requireNoneOpen(Quote quote, Instant now) {
    requireNoneOpen(quote, "", now);
  }

  /**
   * The same for a quote that is to be sent, of carts other than its own, which only one holds at a
   * time. Whoever sends another version waits.
   */
  void requireNoneOpenElsewhere(Quote quote, Instant now) {
    if (quote.supersedes() != null) {
      jdbc.sql(LOCK_FIRST)
          .param("tenant", CurrentTenant.id())
          .param("quote", quote.id())
          .query(String.class)
          .single();
    }
    requireNoneOpen(quote, quote.cartId(), now);
  }

  private void requireNoneOpen(Quote quote, String butOfCart, Instant now) {
    jdbc.sql(OPEN_VERSION)
        .param("tenant", CurrentTenant.id())
        .param("quote", quote.id())
        .param("but", butOfCart)
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .query(String.class)
        .optional()
        .ifPresent(
            other -> {
              throw QuoteRefusal.anotherVersionIsOpen(other);
            });
  }
}
