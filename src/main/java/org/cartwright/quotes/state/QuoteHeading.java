package org.cartwright.quotes.state;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a quote says beside its lines.
 *
 * @param validUntilDate from when on it is expired, if ever
 */
@Embeddable
public record QuoteHeading(
    @Nullable String title,
    @Nullable String description,
    @Nullable String terms,
    @Nullable Instant validUntilDate,
    boolean requiresPatientVerification) {

  /** How long it is valid. */
  public QuoteValidity validity() {
    return new QuoteValidity(validUntilDate);
  }

  /** The same for another quote, valid as long if that has not ended. */
  public QuoteHeading again(Instant now) {
    return new QuoteHeading(
        title, description, terms, validity().stillAt(now), requiresPatientVerification);
  }
}
