package org.cartwright.webhooks.events;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cartwright.platform.Ids;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes events down: all of a transaction with one statement, which also answers who is to be
 * told; only where there is somebody, one more says so.
 */
@Component
class EventWriter {

  /**
   * Numbers the events of each object in the order in which they come, on from the last; whoever
   * numbers another one of it meanwhile waits.
   */
  private static final String WRITE =
      """
      with noted (place, id, type, kind, object_id, facts, moment) as (
          {noted}
      ), numbered as (
          insert into webhook_sequence as s (tenant_id, kind, object_id, last, position)
          select :tenant, n.kind, n.object_id, count(*), pg_current_xact_id() from noted n
           group by n.kind, n.object_id order by n.kind, n.object_id
          on conflict (tenant_id, kind, object_id) do update
             set last = s.last + excluded.last, position = greatest(s.position, excluded.position)
          returning s.kind, s.object_id, s.last, s.position
      ), written as (
          insert into webhook_event (tenant_id, id, type, kind, object_id, sequence, facts, created_date, position)
          select :tenant, n.id, n.type, n.kind, n.object_id,
                 u.last + 1 - row_number() over (partition by n.kind, n.object_id order by n.place desc),
                 n.facts, n.moment, u.position
            from noted n join numbered u on u.kind = n.kind and u.object_id = n.object_id
          returning id, type, created_date
      )
      select e.id, e.type, e.created_date, w.id as webhook_id
        from written e
             join webhook w on w.tenant_id = :tenant and w.archived_date is null and w.disabled_date is null
                           and e.type = any(w.subscriptions)
       order by e.id, w.id
      """;

  /** One keeps its plan; how many several are is seen anew each time. */
  private static final String ONE =
      WRITE.replace(
          "{noted}",
          "values (1::bigint, :ids, :types, :kinds, :objects, :facts, cast(:moments as timestamptz))");

  private static final String SEVERAL =
      WRITE.replace(
          "{noted}",
          """
          select place, id, type, kind, object_id, facts, moment
              from unnest(:ids, :types, :kinds, :objects, :facts, cast(:moments as timestamptz[]))
                   with ordinality n (id, type, kind, object_id, facts, moment, place)\
          """);

  private final JdbcClient jdbc;
  private final NewDeliveries deliveries;

  EventWriter(JdbcClient jdbc, NewDeliveries deliveries) {
    this.jdbc = jdbc;
    this.deliveries = deliveries;
  }

  /**
   * Writes events down in the current transaction.
   *
   * @return the webhooks that are to be told
   */
  Set<String> write(List<NotedEvent> events) {
    var told =
        jdbc.sql(events.size() == 1 ? ONE : SEVERAL)
            .param("tenant", CurrentTenant.id())
            .param("ids", all(events, event -> Ids.next("alert")))
            .param("types", all(events, event -> event.type().name()))
            .param("kinds", all(events, event -> event.type().kind()))
            .param("objects", all(events, NotedEvent::objectId))
            .param("facts", all(events, event -> event.facts().toString()))
            .param("moments", all(events, event -> event.moment().toString()))
            .query(
                (row, n) ->
                    new NewDeliveries.ToTell(
                        row.getString("id"),
                        row.getString("type"),
                        Columns.instant(row, "created_date"),
                        row.getString("webhook_id")))
            .list();
    if (told.isEmpty()) {
      return Set.of();
    }
    deliveries.write(told);
    var webhooks = new LinkedHashSet<String>();
    told.forEach(one -> webhooks.add(one.webhookId()));
    return Collections.unmodifiableSet(webhooks);
  }

  private static Object all(List<NotedEvent> events, Function<NotedEvent, String> said) {
    return events.size() == 1
        ? said.apply(events.getFirst())
        : events.stream().map(said).toArray(String[]::new);
  }
}
