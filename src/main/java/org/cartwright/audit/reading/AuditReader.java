package org.cartwright.audit.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.audit.Outcome;
import org.cartwright.audit.reading.AuditEntry.AuditedObject;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds rows, the newest first, by key: however many there are, a page costs the same. */
@Component
public class AuditReader {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final String ENTRIES =
      """
      select e.id, e.moment, e.caller, e.key_id, e.action, e.outcome, e.status, e.kinds, e.object_ids, e.fields,
             e.times, e.request_id, e.address_family
        from audit_entry e
       where e.tenant_id = :tenant and (e.moment, e.id) < (:before, :id) and e.moment >= :from and e.moment <= :to
         and (cast(:caller as text) is null or e.caller = :caller or e.key_id = :caller)
         and (cast(:actions as text[]) = array[]::text[] or e.action = any (cast(:actions as text[])))
         and (cast(:object as text) is null or :object = any (e.object_ids))
         and (cast(:outcome as text) is null or e.outcome = :outcome)
       order by e.moment desc, e.id desc
       limit :most
      """;

  private final JdbcClient jdbc;

  AuditReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next rows behind a position.
   *
   * @param most so many at most
   */
  @Transactional(readOnly = true)
  public List<AuditEntry> after(KeysetPosition position, AuditCriteria wanted, int most) {
    return jdbc.sql(ENTRIES)
        .param("tenant", CurrentTenant.id())
        .param("before", utc(position.createdDate()))
        .param("id", position.id())
        .param("from", utc(wanted.from() == null ? FIRST : wanted.from()))
        .param("to", utc(wanted.to() == null ? LAST : wanted.to()))
        .param("caller", wanted.caller())
        .param("actions", wanted.actions().toArray(String[]::new))
        .param("object", wanted.object())
        .param("outcome", wanted.outcome() == null ? null : wanted.outcome().name())
        .param("most", most)
        .query((row, n) -> entry(row))
        .list();
  }

  /** A chunk of all rows. */
  @Transactional(readOnly = true)
  public Window<AuditEntry> chunk(AuditCriteria wanted, KeysetScrollPosition position) {
    var found = after(KeysetPosition.after(position), wanted, KeysetPosition.CHUNK + 1);
    return KeysetPosition.chunk(
        found.stream().map(entry -> new KeysetPosition(entry.moment(), entry.id())).toList(),
        found);
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getString("id"),
        Columns.instant(row, "moment"),
        Columns.nameOrNull(row, "caller", Caller.Kind.class),
        row.getString("key_id"),
        row.getString("action"),
        Outcome.valueOf(row.getString("outcome")),
        Columns.intOrNull(row, "status"),
        objects(Columns.strings(row, "kinds"), Columns.strings(row, "object_ids")),
        Columns.strings(row, "fields"),
        row.getLong("times"),
        row.getString("request_id"),
        row.getString("address_family"));
  }

  private static List<AuditedObject> objects(List<String> kinds, List<String> ids) {
    var objects = new ArrayList<AuditedObject>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      objects.add(new AuditedObject(kinds.get(i), ids.get(i)));
    }
    return objects;
  }

  private static OffsetDateTime utc(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
