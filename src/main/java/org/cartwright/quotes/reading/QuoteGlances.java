package org.cartwright.quotes.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.patients.PatientContactRows;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Shortlist;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quotes at a glance: each list is one statement that walks an index and stops. How many rows it
 * asks for is part of its text, so that the plan that is kept for it is a plan for so many.
 */
@Repository
@Transactional(readOnly = true)
public class QuoteGlances {

  private static final String COLUMNS =
      """
      q.id, q.title, q.currency, q.total, q.created_date, q.sent_date, q.valid_until_date, q.responded_date,
      quote_status_at(q.status, q.valid_until_date, cartwright_now()) as status, %s
      """
          .formatted(PatientContactRows.COLUMNS);

  private static final String OF_PATIENT =
      """
      select %s
        from quote q %s
       where q.tenant_id = :tenant and q.patient_id = :patient
         and (q.created_date, q.id) < (:beforeDate, :beforeId)
       order by q.created_date desc, q.id desc limit %%d
      """
          .formatted(COLUMNS, PatientContactRows.joinedTo("q"));

  private static final String OF_STATUS =
      """
      (select w.id, w.created_date as moment from quote w
        where w.tenant_id = :tenant and w.status = '%s'
          and (w.valid_until_date is null or w.valid_until_date > cartwright_now())
        order by w.created_date desc, w.id desc limit %d)      """;

  private static final String RUNNING_OUT =
      """
      select w.id, w.valid_until_date as moment from quote w
       where w.tenant_id = :tenant and w.status in ('SENT', 'VIEWED')
         and w.valid_until_date > cartwright_now() and w.valid_until_date <= :until
       order by w.valid_until_date limit %d      """
          .formatted(Shortlist.MOST);

  private static final String ANSWERED =
      """
      select w.id, w.responded_date as moment from quote w
       where w.tenant_id = :tenant and w.responded_date >= :since
       order by w.responded_date desc limit %d      """
          .formatted(Shortlist.MOST);

  private static final String LATEST_FIRST = "f.moment desc, f.id desc";
  private static final String NEXT_FIRST = "f.moment, f.id";

  private final JdbcClient jdbc;

  QuoteGlances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next of a patient's quotes, newest first. */
  public List<QuoteGlance> ofPatient(String patientId, KeysetPosition before, int atMost) {
    return jdbc.sql(OF_PATIENT.formatted(atMost))
        .param("tenant", CurrentTenant.id())
        .param("patient", patientId)
        .param("beforeDate", before.createdDate().atOffset(ZoneOffset.UTC))
        .param("beforeId", before.id())
        .query((row, n) -> quote(row))
        .list();
  }

  /** Quotes that are with their patients, newest first. */
  public Shortlist<QuoteGlance> waiting(int atMost) {
    var found =
        OF_STATUS.formatted("SENT", Shortlist.MOST)
            + "\nunion all\n"
            + OF_STATUS.formatted("VIEWED", Shortlist.MOST);
    return shortlist(jdbc.sql(sql(found, LATEST_FIRST, atMost)));
  }

  /** Those of them whose validity ends by a moment, the next first. */
  public Shortlist<QuoteGlance> runningOut(Instant until, int atMost) {
    return shortlist(
        jdbc.sql(sql(RUNNING_OUT, NEXT_FIRST, atMost))
            .param("until", until.atOffset(ZoneOffset.UTC)));
  }

  /** Quotes that patients have answered since, the last first. */
  public Shortlist<QuoteGlance> answered(Instant since, int atMost) {
    return shortlist(
        jdbc.sql(sql(ANSWERED, LATEST_FIRST, atMost))
            .param("since", since.atOffset(ZoneOffset.UTC)));
  }

  /** The first few of what is found, and how many are. */
  private static String sql(String found, String order, int atMost) {
    return """
    with found as materialized (%s)
    select %s, (select count(*) from found)::int as found
      from (select id, moment from found order by %s limit %d) f
           join quote q on q.tenant_id = :tenant and q.id = f.id %s
     order by %s
    """
        .formatted(
            found,
            COLUMNS,
            order.replace("f.", ""),
            atMost,
            PatientContactRows.joinedTo("q"),
            order);
  }

  private static Shortlist<QuoteGlance> shortlist(JdbcClient.StatementSpec statement) {
    return statement
        .param("tenant", CurrentTenant.id())
        .query(Shortlist.reading((row, n) -> quote(row)));
  }

  private static QuoteGlance quote(ResultSet row) throws SQLException {
    return new QuoteGlance(
        row.getString("id"),
        row.getString("title"),
        Objects.requireNonNull(PatientContactRows.read(row)),
        QuoteStatus.valueOf(row.getString("status")),
        Currency.getInstance(row.getString("currency")),
        row.getLong("total"),
        Columns.instant(row, "created_date"),
        Columns.instantOrNull(row, "sent_date"),
        Columns.instantOrNull(row, "valid_until_date"),
        Columns.instantOrNull(row, "responded_date"));
  }
}
