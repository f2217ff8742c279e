package org.cartwright.quotes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.carts.QuoteStatus;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Which quotes; always newest first.
 *
 * @param status as it stands at the moment of asking
 */
record QuoteQuery(
    @Nullable String patientId,
    @Nullable String creatorId,
    @Nullable String cartId,
    @Nullable QuoteStatus status) {

  /** One row: how many there are, and the ids of one page as an array. */
  String pageSql() {
    var condition = condition();
    return """
        with page as (
            select q.id, q.created_date from quote q where %1$s
            order by q.created_date desc, q.id desc limit :limit offset :offset
        )
        select (select count(*) from quote q where %1$s) as total,
               array(select page.id from page order by page.created_date desc, page.id desc) as ids
        """
        .formatted(condition);
  }

  private String condition() {
    var sql = new StringBuilder("q.tenant_id = :tenant");
    if (patientId != null) {
      sql.append(" and q.patient_id = :patient");
    }
    if (creatorId != null) {
      sql.append(" and q.creator_id = :creator");
    }
    if (cartId != null) {
      sql.append(" and q.cart_id = :cart");
    }
    if (status == QuoteStatus.EXPIRED) {
      sql.append(
          " and (q.status = 'EXPIRED' or q.status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED') and q.valid_until_date <= :now)");
    } else if (status != null) {
      sql.append(
          " and q.status = :status and quote_status_at(q.status, q.valid_until_date, :now) = :status");
    }
    return sql.toString();
  }

  Map<String, Object> parameters(Instant now) {
    var parameters = new HashMap<String, Object>();
    parameters.put("tenant", CurrentTenant.id());
    parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    if (patientId != null) {
      parameters.put("patient", patientId);
    }
    if (creatorId != null) {
      parameters.put("creator", creatorId);
    }
    if (cartId != null) {
      parameters.put("cart", cartId);
    }
    if (status != null) {
      parameters.put("status", status.name());
    }
    return parameters;
  }
}
