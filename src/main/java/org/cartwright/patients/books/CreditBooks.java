package org.cartwright.patients.books;

import java.util.List;
import org.cartwright.tenancy.health.BookCheck;
import org.cartwright.tenancy.health.RowCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of patients' credits. */
@Configuration(proxyBeanMethods = false)
class CreditBooks {

  private static final String CREDITS =
      """
      select d.id, e.follow, e.remaining = e.changed and e.is_within
        from (select * from patient_credit where tenant_id = :tenant and id > :after order by id limit :most) d
       cross join lateral (
           select bool_and(x.number = x.place and x.remaining = x.before + x.change) as follow,
                  sum(x.change) as changed,
                  (array_agg(x.remaining order by x.number desc))[1] as remaining,
                  bool_and(x.remaining between 0 and x.amount) as is_within
             from (select n.number, n.change, n.remaining, n.amount,
                          row_number() over (order by n.number) as place,
                          coalesce(lag(n.remaining) over (order by n.number), 0) as before
                     from patient_credit_entry n
                    where n.tenant_id = d.tenant_id and n.credit_id = d.id) x) e
       order by d.id
      """;

  @Bean
  BookCheck creditsAddUp(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "credits",
        List.of(
            "each entry begins with what the one before left",
            "what remains is the sum of all changes, within what was granted"),
        CREDITS);
  }
}
