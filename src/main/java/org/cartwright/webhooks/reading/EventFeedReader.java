package org.cartwright.webhooks.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.webhooks.api.EventFeed;
import org.cartwright.webhooks.api.EventFeed.Happened;
import org.cartwright.webhooks.api.EventType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives events to who asks for them, in the order of the transactions that wrote them. As long as a
 * transaction is not over, it and all that began to write later are left for the next time: so
 * nothing ever turns up behind what was given already.
 */
@Service
public class EventFeedReader {

  /**
   * Transactions of another server, from which the database was brought here, have numbers that
   * this one has not come to; they are over.
   */
  private static final String IS_SETTLED =
      """
      (e.position < webhook_position(?, pg_snapshot_xmin(pg_current_snapshot()))
       or e.position >= webhook_position(?, pg_snapshot_xmax(pg_current_snapshot())))\
      """;

  private static final String FEED =
      "select e.id, e.type, e.created_date, "
          + EventData.COLUMNS
          + " from webhook_event e where e.tenant_id = ? and "
          + IS_SETTLED
          + " and (e.position, e.kind, e.object_id, e.sequence) > (cast(? as xid8), ?, ?, ?)"
          + " order by e.position, e.kind, e.object_id, e.sequence limit ?";

  private static final String PLACE =
      "select e.position::text, e.kind, e.object_id, e.sequence from webhook_event e where e.tenant_id = ? and e.id = ?";

  private static final Place BEGINNING = new Place("0", "", "", 0);

  private final JdbcClient jdbc;

  EventFeedReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where an event stands. */
  private record Place(String position, String kind, String objectId, long sequence) {}

  /**
   * What happened after an event, or from the beginning of what is kept.
   *
   * @param limit how many events to give at most
   * @throws Missing if there is no such event, or not any more
   */
  @Transactional(readOnly = true)
  public EventFeed after(@Nullable String eventId, int limit) {
    var place = eventId == null ? BEGINNING : place(eventId);
    var found =
        jdbc.sql(FEED)
            .params(List.of(CurrentTenant.id(), CurrentTenant.id(), CurrentTenant.id()))
            .param(place.position())
            .param(place.kind())
            .param(place.objectId())
            .param(place.sequence())
            .param(limit + 1)
            .query((row, n) -> happened(row))
            .list();
    var data = found.subList(0, Math.min(limit, found.size()));
    return new EventFeed(
        List.copyOf(data),
        data.isEmpty() ? eventId : data.getLast().id(),
        found.size() > data.size());
  }

  private Place place(String eventId) {
    if (!Ids.isPossible(eventId)) {
      throw Missing.a("Event");
    }
    return jdbc.sql(PLACE)
        .param(CurrentTenant.id())
        .param(eventId)
        .query(Place.class)
        .optional()
        .orElseThrow(() -> Missing.a("Event"));
  }

  private static Happened happened(ResultSet row) throws SQLException {
    var id = row.getString("id");
    return new Happened(
        id,
        EventType.valueOf(row.getString("type")),
        EventData.map(row),
        Columns.instant(row, "created_date"),
        id);
  }
}
