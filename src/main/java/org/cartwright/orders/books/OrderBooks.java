package org.cartwright.orders.books;

import java.util.List;
import org.cartwright.lines.stored.LineBooks;
import org.cartwright.tenancy.health.BookCheck;
import org.cartwright.tenancy.health.RowCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of orders, and of their numbers and tallies. */
@Configuration(proxyBeanMethods = false)
class OrderBooks {

  private static final String TALLIED =
      """
      select 'all',
             (select count(*) = coalesce(max(number), 0)
                     and count(*) = coalesce((select last from order_number where tenant_id = :tenant), 0)
                from placed_order where tenant_id = :tenant),
             not exists (
                 select
                   from (select market_id, status, count(*) as orders
                           from placed_order where tenant_id = :tenant group by 1, 2) there
                   full join (select market_id, status, sum(orders) as orders
                                from order_tally where tenant_id = :tenant group by 1, 2) tallied
                     using (market_id, status)
                  where coalesce(there.orders, 0) <> coalesce(tallied.orders, 0))
       where :after = ''
      """;

  @Bean
  BookCheck ordersAddUp(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "orders",
        LineBooks.IDENTITIES,
        LineBooks.of("placed_order", "order_line", "order_id"));
  }

  @Bean
  BookCheck ordersAreTallied(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "tallies of orders",
        List.of("the numbers of orders have no gaps", "as many orders are tallied as there are"),
        TALLIED);
  }
}
