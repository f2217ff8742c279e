package org.cartwright.charges.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.cartwright.platform.jdbc.Moments;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What charges and payments came to in some periods, each figure with one statement that reads
 * indexes from the beginning of the first to the end of the last. Amounts are in cents and never
 * mixed: each currency is summed by itself.
 */
@Repository
@Transactional(readOnly = true)
public class ChargeFigures {

  private static final String PAID =
      """
      select width_bucket(m.created_date, (select cast(:bounds as timestamptz[]))) as period, m.currency,
             least(sum(m.amount), 9223372036854775807)::bigint as total
        from (select p.created_date, p.currency, p.amount from payment p
               where p.tenant_id = :tenant and p.created_date >= :from and p.created_date < :to
              union all
              select r.created_date, r.currency, -r.amount from refund r
               where r.tenant_id = :tenant and r.created_date >= :from and r.created_date < :to) m
       group by 1, 2
      """;

  /** Of each charge by itself, so that its items are looked up and never read through. */
  private static final String DISCOUNTS =
      """
      select width_bucket(c.created_date, (select cast(:bounds as timestamptz[]))) as period, c.currency,
             least(sum(i.discounts), 9223372036854775807)::bigint as discounts,
             least(sum(i.prices), 9223372036854775807)::bigint as prices
        from charge c
             cross join lateral (
                 select coalesce(sum(l.discount_amount), 0) as discounts, coalesce(sum(l.price * l.quantity), 0) as prices
                   from charge_item l
                  where l.tenant_id = c.tenant_id and l.charge_id = c.id) i
       where c.tenant_id = :tenant and c.created_date >= :from and c.created_date < :to
         and c.voided_date is null and not c.is_given_back
       group by 1, 2
      """;

  private final JdbcClient jdbc;

  ChargeFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was paid in a period, less what was given back in it.
   *
   * @param period the so-manieth, from 1
   */
  public record Paid(int period, Currency currency, long total) {}

  /**
   * What was given away on the charges of a period.
   *
   * @param period the so-manieth, from 1
   * @param prices what was charged would have cost without any discount, before taxes
   */
  public record Discounts(int period, Currency currency, long discounts, long prices) {}

  /**
   * What was paid in some periods.
   *
   * @param bounds where each period begins, and where the last ends
   */
  public List<Paid> paid(List<Instant> bounds) {
    return told(PAID, bounds)
        .query(
            (row, n) ->
                new Paid(
                    row.getInt("period"),
                    Currency.getInstance(row.getString("currency")),
                    row.getLong("total")))
        .list();
  }

  /**
   * What was given away in some periods, on charges that were not taken back: neither void nor
   * refunded.
   *
   * @param bounds where each period begins, and where the last ends
   */
  public List<Discounts> discounts(List<Instant> bounds) {
    return told(DISCOUNTS, bounds)
        .query(
            (row, n) ->
                new Discounts(
                    row.getInt("period"),
                    Currency.getInstance(row.getString("currency")),
                    row.getLong("discounts"),
                    row.getLong("prices")))
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
