package org.cartwright.carts.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.PatientContactRows;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Shortlist;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carts at a glance: each list is one statement that walks an index and stops. How many rows it
 * asks for is part of its text, so that the plan that is kept for it is a plan for so many.
 */
@Repository
@Transactional(readOnly = true)
public class CartGlances {

  /**
   * What there is to say of a cart in a line.
   *
   * @param status at the moment of asking
   * @param total in cents
   */
  public record CartGlance(
      String id,
      PatientContact patient,
      CartStatus status,
      Currency currency,
      long total,
      Instant createdDate,
      Instant updatedDate) {}

  private static final String COLUMNS =
      """
      c.id, c.currency, c.total, c.created_date, c.updated_date, %s as status, %s
      """
          .formatted(CartCriteria.STATUS_NOW, PatientContactRows.COLUMNS);

  private static final String OF_PATIENT =
      """
      select %s
        from cart c %s
       where c.tenant_id = :tenant and c.patient_id = :patient and c.archived_date is null
         and (c.created_date, c.id) < (:beforeDate, :beforeId)
       order by c.created_date desc, c.id desc limit %%d
      """
          .formatted(COLUMNS, PatientContactRows.joinedTo("c"));

  private static final String QUIET =
      """
      with found as materialized (
          (select o.id, o.updated_date from cart_order o
            where o.tenant_id = :tenant and o.status = 'ABANDONED'
              and o.updated_date > :from and o.updated_date <= :to
            order by o.updated_date desc, o.id desc limit %d)
          union all
          (select o.id, o.updated_date from cart_order o
            where o.tenant_id = :tenant and o.status = 'DRAFT'
              and o.updated_date > :from and o.updated_date <= :to
              and (select h.quote_id is null from cart h where h.tenant_id = o.tenant_id and h.id = o.id)
            order by o.updated_date desc, o.id desc limit %d))
      select %s, (select count(*) from found)::int as found
        from (select id from found order by updated_date desc, id desc limit %%d) f
             join cart c on c.tenant_id = :tenant and c.id = f.id %s
       order by c.updated_date desc, c.id desc
      """
          .formatted(Shortlist.MOST, Shortlist.MOST, COLUMNS, PatientContactRows.joinedTo("c"));

  private final JdbcClient jdbc;
  private final Clock clock;

  CartGlances(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The next of a patient's carts, newest first. */
  public List<CartGlance> ofPatient(String patientId, KeysetPosition before, int atMost) {
    return told(OF_PATIENT.formatted(atMost))
        .param("patient", patientId)
        .param("beforeDate", before.createdDate().atOffset(ZoneOffset.UTC))
        .param("beforeId", before.id())
        .query((row, n) -> cart(row))
        .list();
  }

  /**
   * Drafts, put aside or not, that were changed last between two moments, the last changed first.
   * One whose quote is with the patient is not meant.
   */
  public Shortlist<CartGlance> quiet(Instant from, Instant to, int atMost) {
    return told(QUIET.formatted(atMost))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query(Shortlist.reading((row, n) -> cart(row)));
  }

  private JdbcClient.StatementSpec told(String sql) {
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static CartGlance cart(ResultSet row) throws SQLException {
    return new CartGlance(
        row.getString("id"),
        Objects.requireNonNull(PatientContactRows.read(row)),
        CartStatus.valueOf(row.getString("status")),
        Currency.getInstance(row.getString("currency")),
        row.getLong("total"),
        Columns.instant(row, "created_date"),
        Columns.instant(row, "updated_date"));
  }
}
