package org.cartwright.quotes.reading;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.patients.PatientContact;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a quote in a line.
 *
 * @param status at the moment of asking
 * @param total in cents
 */
public record QuoteGlance(
    String id,
    @Nullable String title,
    PatientContact patient,
    QuoteStatus status,
    Currency currency,
    long total,
    Instant createdDate,
    @Nullable Instant sentDate,
    @Nullable Instant validUntilDate,
    @Nullable Instant respondedDate) {}
