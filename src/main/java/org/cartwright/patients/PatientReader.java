package org.cartwright.patients;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.patients.api.PatientChart;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.api.PatientSummaryWithMemberships;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Serves patients, each question with one statement and one for the tags if there are any. */
@Component
class PatientReader {

  private static final KeyedQuery PATIENTS =
      KeyedQuery.of(
          "select %s from patient p where p.tenant_id = ? and p.id {keys}"
              .formatted(PatientRows.COLUMNS));

  private static final String CHART =
      "select p.goal_weight, %s from patient p where p.tenant_id = ? and p.id = ?"
          .formatted(PatientRows.COLUMNS);

  private static final String FOUND =
      """
      select %s
        from patient_search(?, false, ?) with ordinality found (id, place)
        join patient p on p.tenant_id = ? and p.id = found.id
       order by found.place\
      """
          .formatted(PatientRows.COLUMNS);

  private static final String PAGE =
      FOUND.replace(" order by", " where found.place > ?\n order by");

  private static final String FOR_BILLING =
      """
      select id, primary_location_id from patient
       where tenant_id = ? and id = ? and not is_archived
         for key share\
      """;

  private static final String FOR_WRITING =
      "select erased_date from patient where tenant_id = ? and id = ? for key share";

  private static final String FOR_ERASURE =
      "select id from patient where tenant_id = ? and id = ? for update";

  private final JdbcClient jdbc;
  private final PatientRows rows;

  PatientReader(JdbcClient jdbc, PatientRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** The patient, kept from being erased until the transaction ends, unless archived. */
  Optional<BillingPatient> forBilling(String id) {
    return jdbc.sql(FOR_BILLING)
        .param(CurrentTenant.id())
        .param(id)
        .query(
            (row, n) ->
                new BillingPatient(row.getString("id"), row.getString("primary_location_id")))
        .optional();
  }

  /**
   * Keeps a patient, archived or not, from being erased until the transaction ends.
   *
   * @return whether there is one
   * @throws ErasedPerson if they were erased
   */
  boolean keep(String id) {
    return jdbc.sql(FOR_WRITING)
        .param(CurrentTenant.id())
        .param(id)
        .query(
            (row, n) -> {
              ErasedPerson.refuse(row.getObject("erased_date"));
              return true;
            })
        .optional()
        .isPresent();
  }

  /** Waits for everybody who bills the patient or writes to them, and keeps others from it. */
  boolean lockForErasure(String id) {
    return jdbc.sql(FOR_ERASURE)
        .param(CurrentTenant.id())
        .param(id)
        .query(String.class)
        .optional()
        .isPresent();
  }

  PatientSummary summary(String id) {
    return summaries(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Patient"));
  }

  PatientChart chart(String id) {
    return jdbc.sql(CHART)
        .param(CurrentTenant.id())
        .param(id)
        .query((row, n) -> tagged(rows.read(row)).charted(row.getBigDecimal("goal_weight")))
        .optional()
        .orElseThrow(() -> Missing.a("Patient"));
  }

  private PatientSummary tagged(PatientRow row) {
    return Objects.requireNonNull(rows.tagged(List.of(row)).get(row.id()));
  }

  /** Those of these patients that exist, each once, in the order in which they are named first. */
  List<PatientSummary> summaries(List<String> ids) {
    var found =
        PATIENTS.with(jdbc, CurrentTenant.id(), ids).query((row, n) -> rows.read(row)).list();
    return KeyedQuery.inOrder(ids, rows.tagged(found).values(), PatientSummary::id);
  }

  /** A page of what a search means, and whether there are more. */
  Slice<PatientSummary> found(String term, Paging paging) {
    var found =
        jdbc.sql(PAGE)
            .param(term)
            .param((int) paging.offset() + paging.size() + 1)
            .param(CurrentTenant.id())
            .param(paging.offset())
            .query((row, n) -> rows.read(row))
            .list();
    var ids = found.stream().limit(paging.size()).map(PatientRow::id).toList();
    return new SliceImpl<>(
        KeyedQuery.inOrder(ids, rows.tagged(found).values(), PatientSummary::id),
        PageRequest.of(paging.number() - 1, paging.size()),
        found.size() > paging.size());
  }

  List<PatientSummaryWithMemberships> search(String term, int atMost) {
    var found =
        jdbc.sql(FOUND)
            .param(term)
            .param(atMost)
            .param(CurrentTenant.id())
            .query((row, n) -> rows.read(row))
            .list();
    var ids = found.stream().map(PatientRow::id).toList();
    return KeyedQuery.inOrder(ids, rows.tagged(found).values(), PatientSummary::id).stream()
        .map(PatientSummary::found)
        .toList();
  }
}
