package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A quote as a patient may see it: nothing about the patient, the staff or the clinic's notes. */
@Schema(
    name = "PublicQuoteView",
    description = "A quote as a patient may see it. Amounts are in cents.")
public record PublicQuoteView(
    String id,
    QuoteStatus status,
    @Nullable String title,
    @Nullable String description,
    @Schema(example = "1307") long discountAmount,
    @Schema(example = "566") long taxAmount,
    @Schema(
            description = "subtotal − discountAmount, plus taxAmount unless prices include tax.",
            example = "16680")
        long total,
    @Nullable String terms,
    @Nullable Instant validUntilDate,
    @Default("[]") List<QuoteItem> items,
    @Nullable Instant createdDate,
    @Nullable Instant viewedDate,
    @Nullable Instant respondedDate,
    @Schema(
            description = "The sum of the lines' totalPrice.",
            example = "17421",
            accessMode = Schema.AccessMode.READ_ONLY)
        long subtotal) {

  public static PublicQuoteView of(QuoteDetail quote) {
    return new PublicQuoteView(
        quote.id(),
        quote.status(),
        quote.title(),
        quote.description(),
        quote.discountAmount(),
        quote.taxAmount(),
        quote.total(),
        quote.terms(),
        quote.validUntilDate(),
        quote.items().stream().map(QuoteItem::shownToPatient).toList(),
        quote.createdDate(),
        quote.viewedDate(),
        quote.respondedDate(),
        quote.subtotal());
  }
}
