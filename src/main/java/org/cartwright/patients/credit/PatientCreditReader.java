package org.cartwright.patients.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.staff.ProviderRows;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads credits from typed rows, each question with one statement, a page with two. */
@Component
class PatientCreditReader {

  private static final KeyedQuery CREDITS =
      KeyedQuery.of(
          """
          select c.id, c.patient_id, c.amount, c.remaining, c.comment, c.expiry_date, c.member_id, c.created_date,
                 c.updated_date, %s
            from patient_credit_balance c %s
           where c.tenant_id = ? and c.id {keys}\
          """
              .formatted(ProviderRows.USER_COLUMNS, ProviderRows.joinedTo("c")));

  /** A row for each usable credit of a patient, or one for a patient without any. */
  private static final String USABLE =
      """
      select u.id, u.remaining, u.amount, u.comment, u.expiry_date, u.created_date
        from patient p
        left join patient_credit_usable u on u.tenant_id = p.tenant_id and u.patient_id = p.id
       where p.tenant_id = ? and p.id = ?
       order by u.place\
      """;

  private final JdbcClient jdbc;

  PatientCreditReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  PatientCreditSummary summary(String id) {
    return credits(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Patient credit"));
  }

  /**
   * One of a patient's credits.
   *
   * @throws Missing if there is no such patient, or the patient has no such credit
   */
  PatientCreditSummary credit(String patientId, String id) {
    var found = credits(List.of(id)).stream().filter(it -> it.patientId().equals(patientId));
    return found
        .findFirst()
        .orElseThrow(
            () -> {
              requirePatient(patientId);
              return Missing.a("Patient credit");
            });
  }

  private List<PatientCreditSummary> credits(Collection<String> ids) {
    return CREDITS.with(jdbc, CurrentTenant.id(), ids).query((row, n) -> credit(row)).list();
  }

  AvailableCreditResponse available(String patientId) {
    var rows =
        jdbc.sql(USABLE)
            .param(CurrentTenant.id())
            .param(patientId)
            .query(
                (row, n) ->
                    row.getString("id") == null
                        ? Optional.<AvailableCredit>empty()
                        : Optional.of(usable(row)))
            .list();
    if (rows.isEmpty()) {
      throw Missing.a("Patient");
    }
    var usable = rows.stream().flatMap(Optional::stream).toList();
    long total = usable.stream().mapToLong(AvailableCredit::remainingAmount).sum();
    return new AvailableCreditResponse(total, usable, usable.size());
  }

  /** A page of a patient's credits, the newest first. */
  Page<PatientCreditSummary> page(
      String patientId, boolean expiredToo, boolean usedToo, Paging paging) {
    var wanted =
        new PageQuery("patient_credit_balance", CurrentTenant.id())
            .where("x.patient_id = ?", patientId);
    if (!expiredToo) {
      wanted.where("(x.expiry_date is null or x.expiry_date > cartwright_now())");
    }
    if (!usedToo) {
      wanted.where("x.remaining > 0");
    }
    var page = wanted.page(jdbc, PageQuery.NEWEST_FIRST, paging);
    if (page.total() == 0) {
      requirePatient(patientId);
    }
    return page.read(ids -> KeyedQuery.inOrder(ids, credits(ids), PatientCreditSummary::id));
  }

  private void requirePatient(String id) {
    var found =
        jdbc.sql("select id from patient where tenant_id = ? and id = ?")
            .param(CurrentTenant.id())
            .param(id)
            .query(String.class)
            .optional();
    if (found.isEmpty()) {
      throw Missing.a("Patient");
    }
  }

  private static PatientCreditSummary credit(ResultSet row) throws SQLException {
    return new PatientCreditSummary(
        row.getString("id"),
        row.getString("patient_id"),
        row.getLong("amount"),
        row.getLong("remaining"),
        row.getString("comment"),
        Columns.instantOrNull(row, "expiry_date"),
        row.getString("member_id"),
        Columns.instant(row, "created_date"),
        Columns.instantOrNull(row, "updated_date"),
        ProviderRows.user(row));
  }

  private static AvailableCredit usable(ResultSet row) throws SQLException {
    return new AvailableCredit(
        row.getString("id"),
        row.getLong("remaining"),
        row.getLong("amount"),
        row.getString("comment"),
        Columns.instantOrNull(row, "expiry_date"),
        Columns.instant(row, "created_date"));
  }
}
