package org.cartwright.carts.api;

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
import org.cartwright.platform.json.EmptyIsNull;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A line as a client wants it.
 *
 * @param id served with a line and sent back with its whole cart: tells which line it is, and the
 *     fee from goods
 */
@Schema(
    name = "CartItemCreate",
    description = "A line: exactly one of an item and a package.",
    example =
        """
        {"itemId": "item_demo_toxin", "quantity": 2.5, "discountPercentage": 10}""")
public record CartItemCreate(
    @Schema(hidden = true) @EmptyIsNull(andWhatIsNoText = true) @Nullable String id,
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
    @Schema(description = "At most 200,000 characters on all lines together.") @Size(max = 10_000)
        @Nullable String notes,
    @Schema(hidden = true) PresentFields given)
    implements CrossFieldValidated {

  /** One of an item or of a package, as the catalog has it. */
  public static CartItemCreate one(@Nullable String itemId, @Nullable String packageId) {
    return new CartItemCreate(
        null,
        itemId,
        packageId,
        BigDecimal.ONE,
        null,
        0,
        BigDecimal.ZERO,
        null,
        PresentFields.NONE);
  }

  @Override
  public void check(Complaints complaints) {
    if ((itemId == null) == (packageId == null)) {
      complaints.aboutAll("name exactly one of itemId and packageId");
    }
  }

  public Product product() {
    return new Product(itemId, packageId);
  }

  /** A discount of 0 that was not sent is none: it cannot be a served 0 that comes back. */
  public NewLine wanted() {
    return new NewLine(
        product(),
        new Quantity(quantity),
        unitPrice == null ? null : new Cents(unitPrice),
        new DiscountRequest(
            given.has("discountAmount") ? new Cents(discountAmount) : null,
            given.has("discountPercentage") ? new Percentage(discountPercentage) : null),
        notes,
        id);
  }
}
