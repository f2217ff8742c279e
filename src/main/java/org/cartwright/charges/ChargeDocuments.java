package org.cartwright.charges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.cartwright.platform.paging.NewestFirst;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Charges, payments and receipts as they are served, each question with one statement. */
@Repository
@Transactional(readOnly = true)
class ChargeDocuments {

  private final JdbcClient jdbc;
  private final Documents documents;

  ChargeDocuments(JdbcClient jdbc, Documents documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  /** A charge that is known to be there, as it is answered to who opened it. */
  ChargeDetail summary(String id) {
    return find(ChargeDetail.class, "charge_summary", id).orElseThrow();
  }

  /**
   * One charge.
   *
   * @throws Missing if there is none with this id
   */
  ChargeDetailWithItems get(String id) {
    return find(ChargeDetailWithItems.class, "charge_document", id)
        .orElseThrow(() -> Missing.a("Charge"));
  }

  /** A payment that is known to be there. */
  PaymentSummary payment(String id) {
    return find(PaymentSummary.class, "payment_summary", id).orElseThrow();
  }

  /** A refund that is known to be there. */
  RefundSummary refund(String id) {
    return find(RefundSummary.class, "refund_document", id).orElseThrow();
  }

  /**
   * The receipt of a payment.
   *
   * @throws Missing if there is no such payment
   */
  Receipt receipt(String paymentId) {
    return find(Receipt.class, "receipt_document", paymentId)
        .orElseThrow(() -> Missing.a("Payment"));
  }

  /**
   * The next chunk of the charges, newest first.
   *
   * @param patientId only this patient's, if given
   * @param status only those that stand so now, if given
   */
  Window<ChargeDetailWithItems> chunk(
      @Nullable String patientId, @Nullable ChargeStatus status, KeysetScrollPosition position) {
    var after = NewestFirst.after(position);
    var condition = new StringBuilder("(c.created_date, c.id) < (:afterDate, :afterId)");
    var parameters = new HashMap<String, Object>();
    parameters.put("tenant", CurrentTenant.id());
    parameters.put("afterDate", OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC));
    parameters.put("afterId", after.id());
    parameters.put("limit", NewestFirst.CHUNK + 1);
    if (patientId != null) {
      condition.append(" and c.patient_id = :patient");
      parameters.put("patient", patientId);
    }
    if (status != null) {
      condition.append(" and b.status = :status");
      parameters.put("status", status.name());
    }
    var sql =
        """
        with chunk as (
            select c.id, c.created_date
            from charge c join charge_balance b on b.tenant_id = c.tenant_id and b.id = c.id
            where c.tenant_id = :tenant and %s
            order by c.created_date desc, c.id desc limit :limit
        )
        select c.id, c.created_date, d.document
        from chunk c join charge_document d on d.tenant_id = :tenant and d.id = c.id
        order by c.created_date desc, c.id desc
        """
            .formatted(condition);
    var found = jdbc.sql(sql).params(parameters).query((row, n) -> listed(row)).list();
    return NewestFirst.chunk(
        found.stream().map(Listed::key).toList(), found.stream().map(Listed::charge).toList());
  }

  private Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        new NewestFirst(
            row.getObject("created_date", OffsetDateTime.class).toInstant(), row.getString("id")),
        documents.read(row.getString("document"), ChargeDetailWithItems.class));
  }

  /**
   * What happened to a charge, in order of time.
   *
   * @throws Missing if there is no such charge
   */
  List<ChargeTimeline> timelineOfCharge(String id) {
    return timeline("charge_id = :id", id, "Charge");
  }

  /**
   * What happened to a payment, in order of time, beginning with the charge it was made for.
   *
   * @throws Missing if there is no such payment
   */
  List<ChargeTimeline> timelineOfPayment(String id) {
    return timeline(
        """
        charge_id = (select charge_id from payment where tenant_id = :tenant and id = :id)
        and coalesce(payment_id, :id) = :id""",
        id,
        "Payment");
  }

  private List<ChargeTimeline> timeline(String which, String id, String kind) {
    if (!Ids.isPossible(id)) {
      throw Missing.a(kind);
    }
    var found =
        jdbc.sql(
                "select document from charge_timeline where tenant_id = :tenant and %s order by sequence"
                    .formatted(which))
            .param("tenant", CurrentTenant.id())
            .param("id", id)
            .query(documents.rows(ChargeTimeline.class))
            .list();
    if (found.isEmpty()) {
      throw Missing.a(kind);
    }
    return found;
  }

  private <T> Optional<T> find(Class<T> type, String view, String id) {
    if (!Ids.isPossible(id)) {
      return Optional.empty();
    }
    return jdbc.sql("select document from %s where tenant_id = ? and id = ?".formatted(view))
        .param(CurrentTenant.id())
        .param(id)
        .query(documents.rows(type))
        .optional();
  }

  private record Listed(NewestFirst key, ChargeDetailWithItems charge) {}
}
