package org.cartwright.charges.books;

import java.util.List;
import org.cartwright.tenancy.health.BookCheck;
import org.cartwright.tenancy.health.RowCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of charges and what was paid on them. */
@Configuration(proxyBeanMethods = false)
class ChargeBooks {

  private static final String CHARGES =
      """
      select c.id,
             c.total = i.total,
             i.taxes_add_up,
             b.outstanding = case when c.voided_date is not null or e.is_settled then 0 else c.total - e.kept end,
             e.follow and (c.voided_date is null or e.kept = 0),
             c.is_open = (b.status = 'OUTSTANDING'),
             c.is_given_back = (b.status = 'REFUNDED'),
             not exists (
                 select from payment p
                  where p.tenant_id = c.tenant_id and p.charge_id = c.id
                    and p.amount < (select coalesce(sum(r.amount), 0) from refund r
                                     where r.tenant_id = p.tenant_id and r.payment_id = p.id))
        from (select * from charge where tenant_id = :tenant and id > :after order by id limit :most) c
        join charge_balance b on b.tenant_id = c.tenant_id and b.id = c.id
       cross join lateral (
           select coalesce(sum(x.price::numeric * x.quantity - x.discount_amount
                               + case when c.tax_mode = 'INCLUSIVE' then 0 else x.tax_amount end), 0) as total,
                  coalesce(bool_and(x.tax_amount = (
                      select coalesce(sum(t.amount), 0)
                        from jsonb_to_recordset(x.taxes) as t (amount bigint))), true) as taxes_add_up
             from charge_item x
            where x.tenant_id = c.tenant_id and x.charge_id = c.id) i
       cross join lateral (
           select coalesce(sum(y.amount), 0) as kept,
                  coalesce(max(y.kept), 0) >= c.total as is_settled,
                  count(*) = coalesce(max(y.sequence), 0)
                  and coalesce(bool_and(y.kept between 0 and c.total and y.currency = c.currency), true) as follow
             from (select z.sequence, z.amount, z.currency, sum(z.amount) over (order by z.sequence) as kept
                     from (select p.sequence, p.amount, p.currency from payment p
                            where p.tenant_id = c.tenant_id and p.charge_id = c.id
                            union all
                           select r.sequence, -r.amount, r.currency from refund r
                            where r.tenant_id = c.tenant_id and r.charge_id = c.id) z) y) e
       order by c.id
      """;

  @Bean
  BookCheck chargesAddUp(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "charges",
        List.of(
            "the total is the sum of the items",
            "the taxes of each item add up",
            "payments less refunds are what is paid of it, and the rest is outstanding",
            "its payments and refunds are numbered without gaps, in its currency, and within its total",
            "it counts among the open ones as long as something is owed on it",
            "it counts among those given back once all is that was paid of it",
            "no more of a payment is given back than was paid"),
        CHARGES);
  }
}
