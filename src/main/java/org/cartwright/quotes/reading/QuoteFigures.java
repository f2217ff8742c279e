package org.cartwright.quotes.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.cartwright.platform.jdbc.Moments;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What quotes came to in some periods, each figure with one statement that reads an index from the
 * beginning of the first to the end of the last. Amounts are in cents and never mixed: each
 * currency is summed by itself.
 */
@Repository
@Transactional(readOnly = true)
public class QuoteFigures {

  /** One that was replaced by a newer one that went out, too, is not counted a second time. */
  private static final String SENT =
      """
      select width_bucket(q.created_date, (select cast(:bounds as timestamptz[]))) as period, q.creator_id, q.currency,
             count(*) as quotes, count(*) filter (where q.answer = 'ACCEPTED') as accepted,
             least(sum(q.total), 9223372036854775807)::bigint as total
        from quote q
       where q.tenant_id = :tenant and q.created_date >= :from and q.created_date < :to and q.sent_date is not null
         and not exists (select from quote n
                          where n.tenant_id = q.tenant_id and n.supersedes_id = q.id and n.sent_date is not null)
       group by 1, 2, 3
      """;

  private static final String ACCEPTED =
      """
      select width_bucket(q.responded_date, (select cast(:bounds as timestamptz[]))) as period, q.currency,
             least(sum(q.total), 9223372036854775807)::bigint as total
        from quote q
       where q.tenant_id = :tenant and q.responded_date >= :from and q.responded_date < :to
         and q.answer = 'ACCEPTED'
       group by 1, 2
      """;

  private final JdbcClient jdbc;

  QuoteFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Quotes that somebody made in a period and that were sent.
   *
   * @param period the so-manieth, from 1
   * @param accepted how many of them patients have accepted by now
   */
  public record Sent(
      int period,
      @Nullable String creatorId,
      Currency currency,
      long quotes,
      long accepted,
      long total) {}

  /**
   * What patients accepted in a period.
   *
   * @param period the so-manieth, from 1
   */
  public record Accepted(int period, Currency currency, long total) {}

  /**
   * The quotes that were made in some periods and sent.
   *
   * @param bounds where each period begins, and where the last ends
   */
  public List<Sent> sent(List<Instant> bounds) {
    return told(SENT, bounds)
        .query(
            (row, n) ->
                new Sent(
                    row.getInt("period"),
                    row.getString("creator_id"),
                    Currency.getInstance(row.getString("currency")),
                    row.getLong("quotes"),
                    row.getLong("accepted"),
                    row.getLong("total")))
        .list();
  }

  /**
   * What was accepted in some periods.
   *
   * @param bounds where each period begins, and where the last ends
   */
  public List<Accepted> accepted(List<Instant> bounds) {
    return told(ACCEPTED, bounds)
        .query(
            (row, n) ->
                new Accepted(
                    row.getInt("period"),
                    Currency.getInstance(row.getString("currency")),
                    row.getLong("total")))
        .list();
  }

  private JdbcClient.StatementSpec told(String sql, List<Instant> bounds) {
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("bounds", Moments.array(bounds))
        .param("from", bounds.getFirst().atOffset(ZoneOffset.UTC))
        .param("to", bounds.getLast().atOffset(ZoneOffset.UTC));
  }
}
