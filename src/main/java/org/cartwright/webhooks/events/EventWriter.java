package org.cartwright.webhooks.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.cartwright.platform.Ids;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.jdbc.RowQuery;

/**
 * Writes events down: all of a transaction with one statement, which also writes down who is to be
 * told, and answers it.
 */
final class EventWriter {

  /**
   * Numbers the events of each object in the order in which they come, on from the last; whoever
   * numbers another one of it meanwhile waits. The id of a delivery follows from its event's.
   */
  private static final String WRITE =
      """
      with noted (place, id, type, kind, object_id, facts, moment) as (
          {noted}
      ), numbered as (
          insert into webhook_sequence as s (tenant_id, kind, object_id, last, position)
          select ?, n.kind, n.object_id, count(*),
                 coalesce((select webhook_position(f.tenant_id, pg_current_xact_id()) from webhook_feed f where f.tenant_id = ?),
                          pg_current_xact_id())
            from noted n
           group by n.kind, n.object_id order by n.kind, n.object_id
          on conflict (tenant_id, kind, object_id) do update
             set last = s.last + excluded.last, position = greatest(s.position, excluded.position)
          returning s.kind, s.object_id, s.last, s.position
      ), written as (
          insert into webhook_event (tenant_id, id, type, kind, object_id, sequence, facts, created_date, position)
          select ?, n.id, n.type, n.kind, n.object_id,
                 u.last + 1 - row_number() over (partition by n.kind, n.object_id order by n.place desc),
                 n.facts, n.moment, u.position
            from noted n join numbered u on u.kind = n.kind and u.object_id = n.object_id
          returning id, type, created_date
      ), told as (
          insert into webhook_delivery
                 (tenant_id, id, webhook_id, event_id, type, status, attempts, since_date, due_date, created_date)
          select ?, 'evt_' || split_part(e.id, '_', 2) || row_number() over (partition by e.id order by w.id),
                 w.id, e.id, e.type, 'PENDING', 0, e.created_date, e.created_date, e.created_date
            from written e
                 join webhook w on w.tenant_id = ? and w.archived_date is null and w.disabled_date is null
                               and e.type = any(w.subscriptions)
           order by e.id, w.id
          returning webhook_id
      )
      select distinct webhook_id from told order by webhook_id""";

  private static final int TIMES_A_TENANT_IS_NAMED = 5;

  /** One keeps its plan; how many several are is seen anew each time. */
  private static final String ONE =
      WRITE.replace("{noted}", "values (1::bigint, ?, ?, ?, ?, ?, cast(? as timestamptz))");

  private static final String SEVERAL =
      WRITE.replace(
          "{noted}",
          """
          select place, id, type, kind, object_id, facts, moment
              from unnest(?, ?, ?, ?, ?, cast(? as timestamptz[]))
                   with ordinality n (id, type, kind, object_id, facts, moment, place)\
          """);

  private EventWriter() {}

  /**
   * Takes events of a tenant along.
   *
   * @return the webhooks that are to be told
   */
  static RoundTrip.Asked<String> write(RoundTrip message, String tenant, List<NotedEvent> events) {
    var values = new ArrayList<Object>();
    values.add(all(events, event -> Ids.next("alert")));
    values.add(all(events, event -> event.type().name()));
    values.add(all(events, event -> event.type().kind()));
    values.add(all(events, NotedEvent::objectId));
    values.add(all(events, event -> event.facts().toString()));
    values.add(all(events, event -> event.moment().toString()));
    values.addAll(Collections.nCopies(TIMES_A_TENANT_IS_NAMED, tenant));
    return message.ask(
        new RowQuery<>(events.size() == 1 ? ONE : SEVERAL, values, (row, n) -> row.getString(1)));
  }

  private static Object all(List<NotedEvent> events, Function<NotedEvent, String> said) {
    return events.size() == 1
        ? said.apply(events.getFirst())
        : events.stream().map(said).toArray(String[]::new);
  }
}
