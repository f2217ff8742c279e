package org.cartwright.carts.drafts;

import java.math.BigDecimal;
import java.time.Instant;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.patients.PatientContact;
import org.jspecify.annotations.Nullable;

/**
 * A cart that is sold in a market, as one row tells it: without its lines.
 *
 * @param status at this moment
 * @param isHeld whether a quote of it is with the customer or waits to be sent
 * @param discountAmount what is taken off the goods: the discount and the coupon together
 * @param couponAmount what of that is the coupon's
 * @param discountPercentage the discount in percent, if it is one
 * @param reservedUntil until when stock is held for it, if it still is
 */
public record DraftCartRow(
    String id,
    MarketTerms market,
    @Nullable PatientContact customer,
    CartStatus status,
    boolean isHeld,
    long subtotal,
    long discountAmount,
    long couponAmount,
    BigDecimal discountPercentage,
    long fee,
    long taxAmount,
    long total,
    boolean taxExempt,
    @Nullable String couponCode,
    @Nullable Instant reservedUntil,
    Instant createdDate,
    Instant updatedDate,
    @Nullable Instant expiresDate) {}
