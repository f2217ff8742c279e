package org.cartwright.stock.books;

import java.util.List;
import org.cartwright.tenancy.health.BookCheck;
import org.cartwright.tenancy.health.RowCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of what is there of items. */
@Configuration(proxyBeanMethods = false)
class StockBooks {

  private static final String STOCKS =
      """
      select d.id,
             coalesce(e.follow, true),
             d.on_hand = coalesce(e.changed, 0) and d.on_hand = coalesce(e.on_hand, 0) and d.movements = e.movements
        from (select * from stock_level where tenant_id = :tenant and id > :after order by id limit :most) d
       cross join lateral (
           select bool_and(x.number = x.place and x.on_hand = x.before + x.change) as follow,
                  sum(x.change) as changed,
                  (array_agg(x.on_hand order by x.number desc))[1] as on_hand,
                  count(*) as movements
             from (select m.number, m.change, m.on_hand,
                          row_number() over (order by m.number) as place,
                          coalesce(lag(m.on_hand) over (order by m.number), 0) as before
                     from stock_movement m
                    where m.tenant_id = d.tenant_id and m.item_id = d.id) x) e
       order by d.id
      """;

  @Bean
  BookCheck stocksAddUp(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "stocks",
        List.of(
            "each movement begins with what the one before left",
            "what is on hand is the sum of all movements"),
        STOCKS);
  }
}
