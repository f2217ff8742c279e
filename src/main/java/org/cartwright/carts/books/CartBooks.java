package org.cartwright.carts.books;

import java.util.List;
import org.cartwright.lines.stored.LineBooks;
import org.cartwright.tenancy.health.BookCheck;
import org.cartwright.tenancy.health.RowCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of carts, and of the lists and tallies of them. */
@Configuration(proxyBeanMethods = false)
class CartBooks {

  private static final String LISTED =
      """
      select d.id,
             (d.archived_date is null and d.patient_id is not null) = (o.id is not null)
             and (o.id is null
                  or (o.creator_id, o.status, o.updated_date, o.total)
                     is not distinct from (d.creator_id, d.status, d.updated_date, d.total)),
             (d.archived_date is null and d.market_id is not null and d.status <> 'CONVERTED') = (f.id is not null)
             and (f.id is null
                  or (f.patient_id, f.market_id, f.status, f.created_date, f.updated_date, f.total)
                     is not distinct from
                     (d.patient_id, d.market_id, d.status, d.created_date, d.updated_date, d.total))
        from (select * from cart where tenant_id = :tenant and id > :after order by id limit :most) d
        left join cart_order o on o.tenant_id = d.tenant_id and o.id = d.id
        left join draft_cart_order f on f.tenant_id = d.tenant_id and f.id = d.id
       order by d.id
      """;

  private static final String TALLIED =
      """
      select 'all',
             not exists (
                 select
                   from (select coalesce(creator_id, '') as creator_id, status, count(*) as carts
                           from cart_order where tenant_id = :tenant group by 1, 2) listed
                   full join (select creator_id, status, sum(carts) as carts
                                from cart_tally where tenant_id = :tenant group by 1, 2) tallied
                     using (creator_id, status)
                  where coalesce(listed.carts, 0) <> coalesce(tallied.carts, 0)),
             not exists (
                 select
                   from (select market_id, status, count(*) as drafts, sum(total) as total
                           from draft_cart_order where tenant_id = :tenant group by 1, 2) listed
                   full join (select market_id, status, sum(drafts) as drafts, sum(total) as total
                                from draft_cart_tally where tenant_id = :tenant group by 1, 2) tallied
                     using (market_id, status)
                  where coalesce(listed.drafts, 0) <> coalesce(tallied.drafts, 0)
                     or coalesce(listed.total, 0) <> coalesce(tallied.total, 0))
       where :after = ''
      """;

  @Bean
  BookCheck cartsAddUp(JdbcClient jdbc) {
    return new RowCheck(
        jdbc, "carts", LineBooks.IDENTITIES, LineBooks.of("cart", "cart_line", "cart_id"));
  }

  @Bean
  BookCheck cartsAreListed(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "listed carts",
        List.of("it is in the order of carts as it is", "it is in the order of drafts as it is"),
        LISTED);
  }

  @Bean
  BookCheck cartsAreTallied(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "tallies of carts",
        List.of("as many carts are tallied as listed", "as many drafts are tallied as listed"),
        TALLIED);
  }
}
