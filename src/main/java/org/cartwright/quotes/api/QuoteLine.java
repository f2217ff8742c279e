package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.cartwright.lines.LineItem;
import org.jspecify.annotations.Nullable;

/** A line of a quote with the id to name it by, which the published API does not serve. */
@Schema(name = "QuoteLine", description = "A line of a quote with the id to name it by.")
public record QuoteLine(
    @Schema(
            description =
                "The id of the cart's line it was copied from, or its own if it was added.")
        String id,
    @Nullable String itemId,
    @Nullable String packageId,
    @Schema(description = "The name it had when it was added.") String name,
    @Schema(example = "2.5") BigDecimal quantity,
    @Schema(description = "For one, in cents.", example = "1299") long unitPrice,
    @Schema(description = "In cents.", example = "2923") long totalPrice,
    @Nullable String description) {

  public static QuoteLine of(LineItem line) {
    return new QuoteLine(
        line.id(),
        line.product().itemId(),
        line.product().packageId(),
        line.name(),
        line.quantity().value(),
        line.unitPrice().value(),
        line.figures().net().value(),
        line.notes());
  }
}
