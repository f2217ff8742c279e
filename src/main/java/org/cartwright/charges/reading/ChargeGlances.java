package org.cartwright.charges.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.patients.PatientContactRows;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Shortlist;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges at a glance: each list is one statement that walks an index and stops. How many rows it
 * asks for is part of its text, so that the plan that is kept for it is a plan for so many.
 */
@Repository
@Transactional(readOnly = true)
public class ChargeGlances {

  private static final String COLUMNS =
      "c.id, c.currency, c.total, c.created_date, b.status, b.outstanding, "
          + PatientContactRows.COLUMNS;

  private static final String OF_PATIENT =
      """
      select %s
        from charge c
             join charge_balance b on b.tenant_id = c.tenant_id and b.id = c.id %s
       where c.tenant_id = :tenant and c.patient_id = :patient
         and (c.created_date, c.id) < (:beforeDate, :beforeId)
       order by c.created_date desc, c.id desc limit %%d
      """
          .formatted(COLUMNS, PatientContactRows.joinedTo("c"));

  private static final String UNPAID =
      """
      with found as materialized (
          select o.id, o.created_date from charge o
           where o.tenant_id = :tenant and o.is_open
           order by o.created_date desc, o.id desc limit %d)
      select %s, (select count(*) from found)::int as found
        from (select id from found order by created_date desc, id desc limit %%d) f
             join charge c on c.tenant_id = :tenant and c.id = f.id
             join charge_balance b on b.tenant_id = c.tenant_id and b.id = c.id %s
       order by c.created_date desc, c.id desc
      """
          .formatted(Shortlist.MOST, COLUMNS, PatientContactRows.joinedTo("c"));

  private final JdbcClient jdbc;

  ChargeGlances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next of a patient's charges, newest first. */
  public List<ChargeGlance> ofPatient(String patientId, KeysetPosition before, int atMost) {
    return jdbc.sql(OF_PATIENT.formatted(atMost))
        .param("tenant", CurrentTenant.id())
        .param("patient", patientId)
        .param("beforeDate", before.createdDate().atOffset(ZoneOffset.UTC))
        .param("beforeId", before.id())
        .query((row, n) -> charge(row))
        .list();
  }

  /** Charges of which something is owed, newest first. */
  public Shortlist<ChargeGlance> unpaid(int atMost) {
    return jdbc.sql(UNPAID.formatted(atMost))
        .param("tenant", CurrentTenant.id())
        .query(Shortlist.reading((row, n) -> charge(row)));
  }

  private static ChargeGlance charge(ResultSet row) throws SQLException {
    return new ChargeGlance(
        row.getString("id"),
        Objects.requireNonNull(PatientContactRows.read(row)),
        ChargeStatus.valueOf(row.getString("status")),
        Currency.getInstance(row.getString("currency")),
        row.getLong("total"),
        row.getLong("outstanding"),
        Columns.instant(row, "created_date"));
  }
}
