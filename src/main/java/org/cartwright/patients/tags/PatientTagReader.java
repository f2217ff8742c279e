package org.cartwright.patients.tags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tags from typed rows, each question with one statement, a page with two. */
@Component
public class PatientTagReader {

  private static final String COLUMNS =
      "t.id, t.name, t.emoji, t.color, t.is_active, t.created_date, t.updated_date";

  private static final KeyedQuery TAGS =
      KeyedQuery.of(
          "select %s from patient_tag t where t.tenant_id = ? and t.id {keys} order by lower(t.name)"
              .formatted(COLUMNS));

  private static final String COUNTED =
      """
      select %s,
             (select count(*) from patient_tag_assignment a
               where a.tenant_id = t.tenant_id and a.tag_id = t.id) as patient_count
        from patient_tag t
       where t.tenant_id = ? and t.id = ?\
      """
          .formatted(COLUMNS);

  /** A row for each tag of a patient, or one for a patient without any. */
  private static final String OF_PATIENT =
      """
      select %s
        from patient p
        left join patient_tag_assignment a on a.tenant_id = p.tenant_id and a.patient_id = p.id
        left join patient_tag t on t.tenant_id = a.tenant_id and t.id = a.tag_id
       where p.tenant_id = ? and p.id = ?
       order by lower(t.name)\
      """
          .formatted(COLUMNS);

  private final JdbcClient jdbc;

  PatientTagReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of these tags that exist, by name. */
  public List<PatientTagSummary> tags(Collection<String> ids) {
    return TAGS.with(jdbc, CurrentTenant.id(), ids).query((row, n) -> tag(row)).list();
  }

  PatientTagSummary summary(String id) {
    return tags(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Patient tag"));
  }

  PatientTagDetail detail(String id) {
    return jdbc.sql(COUNTED)
        .param(CurrentTenant.id())
        .param(id)
        .query((row, n) -> tag(row).countedOn(row.getInt("patient_count")))
        .optional()
        .orElseThrow(() -> Missing.a("Patient tag"));
  }

  Page<PatientTagSummary> page(TagCriteria filter) {
    return filter
        .query()
        .page(jdbc, filter.sortKeys(), filter.paging())
        .read(ids -> KeyedQuery.inOrder(ids, tags(ids), PatientTagSummary::id));
  }

  /** A patient's tags by name, in one statement that also tells whether there is the patient. */
  List<PatientTagSummary> of(String patientId) {
    var rows =
        jdbc.sql(OF_PATIENT)
            .param(CurrentTenant.id())
            .param(patientId)
            .query(
                (row, n) ->
                    row.getString("id") == null
                        ? Optional.<PatientTagSummary>empty()
                        : Optional.of(tag(row)))
            .list();
    if (rows.isEmpty()) {
      throw Missing.a("Patient");
    }
    return rows.stream().flatMap(Optional::stream).toList();
  }

  private static PatientTagSummary tag(ResultSet row) throws SQLException {
    return new PatientTagSummary(
        row.getString("id"),
        row.getString("name"),
        row.getString("emoji"),
        row.getString("color"),
        row.getBoolean("is_active"),
        Columns.instant(row, "created_date"),
        Columns.instantOrNull(row, "updated_date"));
  }
}
