package org.cartwright.lines.stored;

import java.util.List;

/** What has to be true of the figures of whatever has lines, as a statement over its tables. */
public final class LineBooks {

  /** What the statement tells of each, in the order of its columns after the id. */
  public static final List<String> IDENTITIES =
      List.of(
          "the subtotal is the sum of the lines, and the fee that of the fees among them",
          "the total is the subtotal less the discounts, and the taxes that come on top",
          "the discount is what was asked for, of the goods",
          "the shares of the discount and of the coupon are the whole of them",
          "the taxes are those of the lines",
          "the figures of each line follow from its price, quantity and discount",
          "the taxes of each line are their rates of what it comes to, or what is inside of it");

  private LineBooks() {}

  /**
   * The statement. It takes {@code :tenant}, {@code :after} and {@code :most}.
   *
   * @param owner the table of what has lines
   * @param lines the table of its lines
   * @param key the column there that names it
   */
  public static String of(String owner, String lines, String key) {
    return """
      select d.id,
             d.subtotal = n.net and d.fee = n.fees,
             d.total = d.subtotal - d.discount_amount + case when n.is_inside then 0 else d.tax_amount end,
             d.discount_amount - d.coupon_amount = case d.discount_kind
                 when 'NONE' then 0
                 when 'FLAT' then least(d.discount_value, n.net - n.fees)
                 else round((n.net - n.fees) * d.discount_value / 100) end,
             d.discount_amount - d.coupon_amount = n.shares and d.coupon_amount = n.coupon_shares,
             d.tax_amount = n.tax,
             n.figures_follow,
             n.taxes_follow
        from (select * from %1$s where tenant_id = :tenant and id > :after order by id limit :most) d
       cross join lateral (
           select coalesce(d.tax_mode = 'INCLUSIVE', false) as is_inside,
                  coalesce(sum(l.total_price), 0) as net,
                  coalesce(sum(l.total_price) filter (where l.kind = 'FEE'), 0) as fees,
                  coalesce(sum(l.share), 0) as shares,
                  coalesce(sum(l.coupon_share), 0) as coupon_shares,
                  coalesce(sum(l.tax_amount), 0) as tax,
                  coalesce(bool_and(
                      l.gross = round(l.unit_price * l.quantity)
                      and l.total_price = l.gross - l.discount_amount
                      and l.discount_amount = case l.discount_kind
                          when 'NONE' then 0
                          when 'FLAT' then least(l.discount_value, l.gross)
                          else round(l.gross * l.discount_value / 100) end), true) as figures_follow,
                  coalesce(bool_and(l.tax_amount = t.amount and t.follow), true) as taxes_follow
             from %2$s l
            cross join lateral (
                select coalesce(sum(p.amount), 0) as amount,
                       coalesce(sum(p.price), 0) <= l.total_price - l.share - l.coupon_share
                       and coalesce(bool_and(
                           p.follow and (p.part is not null or p.price = l.total_price - l.share - l.coupon_share)
                           and (d.tax_mode is distinct from 'INCLUSIVE'
                                or p.base = round(p.price * 100 / (100 + p.rates)))), true) as follow
                  from (select x.part,
                               min(x.base) as base,
                               sum(x.rate) as rates,
                               sum(x.amount) as amount,
                               min(x.base)
                               + case when d.tax_mode = 'INCLUSIVE' then sum(x.amount) else 0 end as price,
                               min(x.base) = max(x.base)
                               and bool_and(d.tax_mode = 'INCLUSIVE' and d.tax_mode is not null
                                            or x.amount = round(x.base * x.rate / 100)) as follow
                          from jsonb_to_recordset(l.taxes)
                                   as x (part integer, rate numeric, base bigint, amount bigint)
                         group by x.part) p) t
            where l.tenant_id = d.tenant_id and l.%3$s = d.id) n
       order by d.id
      """
        .formatted(owner, lines, key);
  }
}
