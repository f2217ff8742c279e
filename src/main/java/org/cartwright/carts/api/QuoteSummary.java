package org.cartwright.carts.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.json.Default;
import org.cartwright.staff.api.ProviderTiny;
import org.jspecify.annotations.Nullable;

/** A quote made of a cart, as a cart lists it. */
@Schema(
    name = "QuoteSummary",
    description = "A quote made from a cart, in short. Amounts are in cents.")
public record QuoteSummary(
    String id,
    String patientId,
    @Nullable String creatorId,
    @Nullable String cartId,
    QuoteStatus status,
    @Nullable String title,
    long discountAmount,
    BigDecimal discountPercentage,
    long taxAmount,
    long total,
    @Default("0") int itemCount,
    @Default("0") int packageCount,
    @Nullable Instant createdDate,
    @Nullable Instant updatedDate,
    @Nullable Instant validUntilDate,
    @Nullable Instant sentDate,
    @Nullable Instant viewedDate,
    @Nullable Instant respondedDate,
    @Nullable String internalNotes,
    @Nullable ProviderTiny creator,
    @Nullable PatientSummary patient) {}
