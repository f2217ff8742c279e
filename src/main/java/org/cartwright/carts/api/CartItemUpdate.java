package org.cartwright.carts.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.cartwright.lines.LineChange;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/** What is to change on a line; whatever is absent or null stays. */
@Schema(
    name = "CartItemUpdate",
    description = "What to change on a line; whatever is absent or null stays.",
    example =
        """
        {"quantity": 3, "notes": "One for each visit"}""")
public record CartItemUpdate(
    @Schema(
            description =
                "More than 10 decimals are rounded to 10. When the quantity changes, a catalog "
                    + "price is looked up again.",
            example = "2.5")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000")
        @Nullable BigDecimal quantity,
    @Schema(description = "For one, in cents; 0 is a price.") @Min(0) @Max(10_000_000_000L)
        @Nullable Long unitPrice,
    @Schema(
            description =
                "Flat discount on the line, in cents. Sent alone and above 0, it replaces a "
                    + "percentage.")
        @Min(0)
        @Max(Cents.MAX_VALUE)
        @Nullable Long discountAmount,
    @Schema(
            description =
                "Discount on the line, in percent. Sent alone and above 0, it replaces a flat "
                    + "discount.")
        @DecimalMin("0")
        @DecimalMax("100")
        @Nullable BigDecimal discountPercentage,
    @Schema(description = "At most 200,000 characters on all lines together.") @Size(max = 10_000)
        @Nullable String notes) {

  public LineChange change() {
    return new LineChange(
        quantity == null ? null : new Quantity(quantity),
        unitPrice == null ? null : new Cents(unitPrice),
        new DiscountRequest(
            discountAmount == null ? null : new Cents(discountAmount),
            discountPercentage == null ? null : new Percentage(discountPercentage)),
        notes);
  }
}
