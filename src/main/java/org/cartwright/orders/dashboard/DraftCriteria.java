package org.cartwright.orders.dashboard;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.DraftCartList;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Which drafts; what is {@code null} was not asked for. Placed and deleted ones are never among
 * them.
 *
 * @param statuses as they stand at the moment of asking; empty means all
 * @param createdTo the last moment, and
 * @param totalTo the largest total that counts, in the smallest unit of its currency
 * @param search a part of a draft's id; or of the name, e-mail or phone, in any spelling, of its
 *     customer or of its contact
 */
record DraftCriteria(
    @Nullable String marketId,
    List<CartStatus> statuses,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo,
    @Nullable Long totalFrom,
    @Nullable Long totalTo,
    @Nullable String search) {

  private static final String FOUND =
      "x.id in (" + DraftCartList.found() + " union select draft_contact_search(?))";

  PageQuery query() {
    return new PageQuery(DraftCartList.TABLE, CurrentTenant.id())
        .where("x.market_id = ?", marketId)
        .oneOf("x.status", statuses.isEmpty() ? null : statuses.stream().map(Enum::name).toList())
        .where("x.created_date >= ?", moment(createdFrom))
        .where("x.created_date <= ?", moment(createdTo))
        .where("x.total >= ?", totalFrom)
        .where("x.total <= ?", totalTo)
        .where(FOUND, search, search);
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
