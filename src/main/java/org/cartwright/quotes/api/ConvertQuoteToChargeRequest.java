package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An accepted quote to become a charge. */
@Schema(
    name = "ConvertQuoteToChargeRequest",
    description = "An accepted quote to turn into a charge, and what the charge is to say.",
    example =
        """
        {"quoteId": "quote_demo_jane", "description": "Treatment plan"}""")
public record ConvertQuoteToChargeRequest(
    @Size(max = 64) String quoteId,
    @Size(max = 10_000) @Nullable String description,
    @Schema(description = "The charge's id in another system; no two charges share one.")
        @Size(min = 1, max = 255)
        @Nullable String externalId,
    @Schema(description = "Where it is charged.") @Size(max = 255) @Nullable String locationId,
    @Schema(description = "The appointment it is for.") @Size(max = 255) @Nullable String eventId) {

  /** Of which nothing is said but which quote it is. */
  public static ConvertQuoteToChargeRequest of(String quoteId) {
    return new ConvertQuoteToChargeRequest(quoteId, null, null, null, null);
  }
}
