package org.cartwright.patients.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.cartwright.platform.paging.Page;
import org.cartwright.staff.ProviderTiny;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Serves quick notes, one with one statement, a page with two. */
@Component
class QuickNoteReader {

  private static final String NOTE =
      """
      select n.id, n.patient_id, n.note, n.event_id, n.created_date, n.updated_date, n.archived_date,
             creator.document as creator
        from quick_note n join provider_tiny creator on creator.id = n.creator_id
      """;

  private static final String WANTED =
      """
       where (:patient_id::text is null or n.patient_id = :patient_id)
         and (:include_archived or n.archived_date is null)
      """;

  private final JdbcClient jdbc;
  private final Documents documents;

  QuickNoteReader(JdbcClient jdbc, Documents documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  QuickNoteSummary note(String id) {
    return jdbc.sql(NOTE + " where n.id = ?")
        .param(id)
        .query((row, number) -> note(row))
        .optional()
        .orElseThrow(() -> Missing.a("Quick note"));
  }

  /** A page of notes, the newest first. */
  Page<QuickNoteSummary> page(
      @Nullable String patientId, boolean includeArchived, int page, int perPage) {
    var data =
        jdbc.sql(
                NOTE
                    + WANTED
                    + " order by n.created_date desc, n.id desc limit :most offset :after")
            .param("patient_id", patientId)
            .param("include_archived", includeArchived)
            .param("most", perPage)
            .param("after", (page - 1L) * perPage)
            .query((row, number) -> note(row))
            .list();
    var total =
        jdbc.sql("select count(*) from quick_note n" + WANTED)
            .param("patient_id", patientId)
            .param("include_archived", includeArchived)
            .query(Long.class)
            .single();
    return new Page<>(data, total);
  }

  private QuickNoteSummary note(ResultSet row) throws SQLException {
    return new QuickNoteSummary(
        row.getString("id"),
        row.getString("patient_id"),
        row.getString("note"),
        documents.read(row.getString("creator"), ProviderTiny.class),
        row.getTimestamp("created_date").toInstant(),
        row.getString("event_id"),
        moment(row.getTimestamp("updated_date")),
        row.getTimestamp("archived_date") != null);
  }

  private static @Nullable Instant moment(@Nullable Timestamp stored) {
    return stored == null ? null : stored.toInstant();
  }
}
