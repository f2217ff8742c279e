package org.cartwright.quotes.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Which quotes; always newest first.
 *
 * @param status as it stands at the moment of asking
 */
public record QuoteCriteria(
    @Nullable String patientId,
    @Nullable String creatorId,
    @Nullable String cartId,
    @Nullable QuoteStatus status) {

  PageQuery at(Instant now) {
    var query =
        new PageQuery("quote", CurrentTenant.id())
            .where("x.patient_id = ?", patientId)
            .where("x.creator_id = ?", creatorId)
            .where("x.cart_id = ?", cartId);
    if (status == null) {
      return query;
    }
    var moment = now.atOffset(ZoneOffset.UTC);
    return status == QuoteStatus.EXPIRED
        ? query.where(
            "(x.status = 'EXPIRED' or x.status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED') and x.valid_until_date <= ?)",
            moment)
        : query
            .where("x.status = ?", status.name())
            .where("quote_status_at(x.status, x.valid_until_date, ?) = ?", moment, status.name());
  }
}
