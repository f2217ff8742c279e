package org.cartwright.orders;

import java.time.Instant;
import java.util.List;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Sale;
import org.cartwright.pricing.DiscountRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is to be, checked against everything but its own lines.
 *
 * @param feeItemId the item that is its fee
 * @param discount on the goods; absent if it is to stay as it is
 * @param lines all its goods; absent if they are to stay as they are
 * @param isConfirmed whether amounts named by hand are meant in another currency, too
 */
record DraftWish(
    Sale sale,
    DraftOrder.Details details,
    @Nullable String feeItemId,
    @Nullable Instant expires,
    @Nullable DiscountRequest discount,
    @Nullable List<NewLine> lines,
    boolean isConfirmed) {

  DiscountRequest discountOrNone() {
    return discount == null ? new DiscountRequest(null, null) : discount;
  }
}
