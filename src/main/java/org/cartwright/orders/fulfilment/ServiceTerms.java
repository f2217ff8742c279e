package org.cartwright.orders.fulfilment;

import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.FulfilmentCategory;
import org.jspecify.annotations.Nullable;

/**
 * A fulfilment service as a draft needs to know it.
 *
 * @param itemId the item whose price in the market is the fee; without one it is free
 * @param outlet where goods are fetched, for PICKUP alone
 * @param isOffered whether it can be chosen; a draft may have chosen it before
 */
public record ServiceTerms(
    String id,
    String marketId,
    FulfilmentCategory category,
    String name,
    @Nullable String itemId,
    @Nullable Address outlet,
    boolean isOffered) {}
