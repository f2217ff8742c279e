package org.cartwright.orders.dashboard;

import java.time.Instant;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.drafts.DraftCartCriteria;
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
public record DraftCriteria(
    @Nullable String marketId,
    List<CartStatus> statuses,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo,
    @Nullable Long totalFrom,
    @Nullable Long totalTo,
    @Nullable String search) {

  DraftCartCriteria carts() {
    return new DraftCartCriteria(
        marketId,
        statuses,
        createdFrom,
        createdTo,
        totalFrom,
        totalTo,
        search,
        "select draft_contact_search(:search)");
  }
}
