package org.cartwright.patients.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.staff.ProviderRows;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads quick notes from typed rows, one with one statement, a page with two. */
@Component
class QuickNoteReader {

  private static final KeyedQuery NOTES =
      KeyedQuery.of(
          """
          select n.id, n.patient_id, n.note, n.event_id, n.created_date, n.updated_date, n.archived_date, %s
            from quick_note n %s
           where n.tenant_id = ? and n.id {keys}\
          """
              .formatted(ProviderRows.COLUMNS, ProviderRows.joinedTo("n")));

  private final JdbcClient jdbc;

  QuickNoteReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  QuickNoteSummary note(String id) {
    return notes(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Quick note"));
  }

  private List<QuickNoteSummary> notes(Collection<String> ids) {
    return NOTES.with(jdbc, CurrentTenant.id(), ids).query((row, n) -> note(row)).list();
  }

  /** A page of notes, the newest first. */
  Page<QuickNoteSummary> page(@Nullable String patientId, boolean includeArchived, Paging paging) {
    var wanted =
        new PageQuery("quick_note", CurrentTenant.id()).where("x.patient_id = ?", patientId);
    if (!includeArchived) {
      wanted.where("x.archived_date is null");
    }
    return wanted
        .page(jdbc, PageQuery.NEWEST_FIRST, paging)
        .read(ids -> KeyedQuery.inOrder(ids, notes(ids), QuickNoteSummary::id));
  }

  private static QuickNoteSummary note(ResultSet row) throws SQLException {
    return new QuickNoteSummary(
        row.getString("id"),
        row.getString("patient_id"),
        row.getString("note"),
        Objects.requireNonNull(ProviderRows.read(row)),
        Columns.instant(row, "created_date"),
        row.getString("event_id"),
        Columns.instantOrNull(row, "updated_date"),
        row.getObject("archived_date") != null);
  }
}
