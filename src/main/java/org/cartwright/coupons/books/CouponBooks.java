package org.cartwright.coupons.books;

import java.util.List;
import org.cartwright.tenancy.health.BookCheck;
import org.cartwright.tenancy.health.RowCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of coupons. */
@Configuration(proxyBeanMethods = false)
class CouponBooks {

  private static final String USES =
      """
      select d.id,
             d.used = (select count(*) from coupon_use u
                        where u.tenant_id = d.tenant_id and u.coupon_id = d.id and u.given_back_date is null)
        from (select * from coupon where tenant_id = :tenant and id > :after order by id limit :most) d
       order by d.id
      """;

  @Bean
  BookCheck couponUsesAreCounted(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "coupons",
        List.of("as many uses are counted as were taken and not given back"),
        USES);
  }
}
