package org.cartwright.quotes.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.cartwright.catalog.ItemTiny;
import org.cartwright.catalog.PackageTiny;
import org.jspecify.annotations.Nullable;

/** A line of a quote, as served. */
@Schema(name = "QuoteItem", description = "A line of a quote.")
public record QuoteItem(
    String quoteId,
    @Nullable String itemId,
    @Nullable String packageId,
    @Schema(example = "2.5") BigDecimal quantity,
    @Schema(description = "For one, in cents.", example = "1299") long unitPrice,
    @Schema(description = "The amount of the line's own discount, in cents.", example = "325")
        long discountAmount,
    @Schema(description = "The line's discount in percent, if it is a percentage.", example = "10")
        BigDecimal discountPercentage,
    @Schema(description = "The taxes on this line, in cents.", example = "223") long taxAmount,
    @Schema(
            description = "Price × quantity less the line's own discount, in cents.",
            example = "2923")
        long totalPrice,
    @Schema(description = "What the patient is told about the line.") @Nullable String description,
    @Schema(description = "The item, under the name it was added with.") @Nullable ItemTiny item,
    @Schema(name = "package", description = "The package, under the name it was added with.")
        @JsonProperty("package")
        @Nullable PackageTiny packageOffered,
    @Nullable Instant createdDate,
    @Nullable Instant updatedDate) {

  /** The line as a patient may see it: without what is the clinic's own business. */
  QuoteItem shownToPatient() {
    return new QuoteItem(
        quoteId,
        itemId,
        packageId,
        quantity,
        unitPrice,
        discountAmount,
        discountPercentage,
        taxAmount,
        totalPrice,
        description,
        item == null ? null : item.shownToPatient(),
        packageOffered,
        createdDate,
        updatedDate);
  }
}
