package org.cartwright.carts.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.carts.api.CartItem;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.api.QuoteSummary;
import org.cartwright.patients.PatientRow;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.staff.api.ProviderTiny;
import org.jspecify.annotations.Nullable;

/** A cart as one row tells it: without its lines and quotes. */
record CartRow(
    String id,
    PatientRow patient,
    @Nullable ProviderTiny creator,
    CartStatus status,
    long discountAmount,
    BigDecimal discountPercentage,
    long taxAmount,
    long total,
    Instant createdDate,
    Instant updatedDate,
    @Nullable Instant expiresDate,
    @Nullable String notes,
    @Nullable String convertedChargeId,
    long subtotal) {

  CartSummary summary(PatientSummary itsPatient, List<CartItem> items, List<QuoteSummary> quotes) {
    return new CartSummary(
        id,
        itsPatient,
        creator,
        status,
        discountAmount,
        discountPercentage,
        taxAmount,
        total,
        items,
        quotes,
        createdDate,
        updatedDate,
        expiresDate,
        notes,
        convertedChargeId,
        subtotal);
  }
}
