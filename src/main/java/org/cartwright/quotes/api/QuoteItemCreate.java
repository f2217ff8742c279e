package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Product;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/** A line as a client wants it in a quote. */
@Schema(
    name = "QuoteItemCreate",
    description = "A line of a quote: exactly one of an item and a package.",
    example =
        """
        {"itemId": "item_demo_serum", "quantity": 2, "description": "One for home"}""")
public record QuoteItemCreate(
    @Schema(example = "item_demo_serum") @Size(max = 64) @Nullable String itemId,
    @Schema(description = "A package, instead of an item.") @Size(max = 64)
        @Nullable String packageId,
    @Schema(description = "More than 10 decimals are rounded to 10.", example = "2.5")
        @Default("1")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000")
        BigDecimal quantity,
    @Schema(
            description =
                "For one, in cents. 0 is a price; without it, the catalog's price is taken.")
        @Min(0)
        @Max(10_000_000_000L)
        @Nullable Long unitPrice,
    @Schema(description = "Flat discount on the line, not on each unit, in cents.")
        @Default("0")
        @Min(0)
        @Max(Cents.MAX_VALUE)
        long discountAmount,
    @Schema(description = "Discount on the line in percent.")
        @Default("0")
        @DecimalMin("0")
        @DecimalMax("100")
        BigDecimal discountPercentage,
    @Schema(
            description =
                "What the patient is told about the line; at most 200,000 characters on all "
                    + "lines together.")
        @Size(max = 10_000)
        @Nullable String description,
    @Schema(hidden = true) PresentFields given)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if ((itemId == null) == (packageId == null)) {
      complaints.aboutAll("name exactly one of itemId and packageId");
    }
  }

  /** A discount of 0 that was not sent is none: it cannot be a served 0 that comes back. */
  public NewLine wanted() {
    return new NewLine(
        new Product(itemId, packageId),
        new Quantity(quantity),
        unitPrice == null ? null : new Cents(unitPrice),
        new DiscountRequest(
            given.has("discountAmount") ? new Cents(discountAmount) : null,
            given.has("discountPercentage") ? new Percentage(discountPercentage) : null),
        description);
  }
}
