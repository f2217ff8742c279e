package org.cartwright.orders;

import java.time.Instant;
import org.cartwright.lines.GoodsWish;
import org.cartwright.lines.Sale;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is to be, checked against everything but its own lines.
 *
 * @param feeItemId the item that is its fee
 * @param isFeeAsked whether the fee is what that costs now, even if it is of the same item
 * @param goods what is wanted of its goods
 * @param isPricedAnew whether everything is looked up, even if it is sold as it was
 * @param isConfirmed whether amounts named by hand are meant in another currency, too
 */
record DraftWish(
    Sale sale,
    DraftOrder.Details details,
    @Nullable String feeItemId,
    boolean isFeeAsked,
    @Nullable Instant expires,
    GoodsWish goods,
    boolean isPricedAnew,
    boolean isConfirmed) {}
