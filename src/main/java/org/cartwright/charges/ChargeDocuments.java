package org.cartwright.charges;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Charges, payments and receipts as they are served, each question with one statement. */
@Repository
@Transactional(readOnly = true)
class ChargeDocuments {

  /** So many rows are in memory at a time when everything is streamed. */
  private static final int FETCHED_AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate streaming;
  private final Documents documents;

  ChargeDocuments(JdbcClient jdbc, JdbcTemplate template, Documents documents) {
    this.jdbc = jdbc;
    this.documents = documents;
    var fetching = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
    fetching.setFetchSize(FETCHED_AT_ONCE);
    streaming = new NamedParameterJdbcTemplate(fetching);
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
   * Hands over charges one by one, newest first.
   *
   * @param patientId only this patient's, if given
   * @param status only those that stand so now, if given
   */
  void each(
      @Nullable String patientId,
      @Nullable ChargeStatus status,
      Consumer<ChargeDetailWithItems> reader) {
    var sql = new StringBuilder("select document from charge_document where tenant_id = :tenant");
    var parameters = new HashMap<String, Object>(Map.of("tenant", CurrentTenant.id()));
    if (patientId != null) {
      sql.append(" and patient_id = :patient");
      parameters.put("patient", patientId);
    }
    if (status != null) {
      sql.append(" and status = :status");
      parameters.put("status", status.name());
    }
    sql.append(" order by created_date desc, id desc");
    RowCallbackHandler each =
        row -> reader.accept(documents.read(row.getString(1), ChargeDetailWithItems.class));
    streaming.query(sql.toString(), parameters, each);
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
}
