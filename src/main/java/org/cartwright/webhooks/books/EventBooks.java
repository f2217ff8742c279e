package org.cartwright.webhooks.books;

import java.util.List;
import org.cartwright.tenancy.health.BookCheck;
import org.cartwright.tenancy.health.RowCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of events. The oldest of an object may have been forgotten. */
@Configuration(proxyBeanMethods = false)
class EventBooks {

  private static final String EVENTS =
      """
      select 'all', x.follow, x.are_counted
        from (select coalesce(bool_and(e.latest - e.earliest + 1 = e.events), true) as follow,
                     coalesce(bool_and(e.latest is not distinct from s.last), true) as are_counted
                from (select kind, object_id, count(*) as events, min(sequence) as earliest, max(sequence) as latest
                        from webhook_event where tenant_id = :tenant group by kind, object_id) e
                left join webhook_sequence s
                  on s.tenant_id = :tenant and s.kind = e.kind and s.object_id = e.object_id) x
       where :after = ''
      """;

  @Bean
  BookCheck eventsFollow(JdbcClient jdbc) {
    return new RowCheck(
        jdbc,
        "events",
        List.of(
            "those of an object are numbered without gaps",
            "the last one of an object has the last number that was given"),
        EVENTS);
  }
}
