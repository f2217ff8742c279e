package org.cartwright.catalog.items;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.catalog.PriceBounds;
import org.cartwright.catalog.Unit;
import org.cartwright.platform.json.PresentFields;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about an item. What is left out stays. {@code null} clears what an item can be
 * without, and leaves name, price, isPhysical, isArchived and allowCustomPricing as they are.
 */
@Schema(
    name = "ItemUpdate",
    description =
        "What to change about an item. What is left out stays; `null` clears whatever "
            + "an item can be without.",
    example =
        """
        {"price": 5299, "internalNotes": "New price from the supplier"}""")
public record ItemUpdate(
    @Size(min = 1, max = 255) @Nullable String name,
    @Size(max = 255) @Nullable String brandName,
    @Size(max = 10_000) @Nullable String description,
    @Schema(description = "In cents.") @Min(0) @Max(PriceBounds.MOST) @Nullable Long price,
    @Size(max = 255) @Nullable String category,
    @Nullable Unit unit,
    @Nullable Boolean isPhysical,
    @Schema(description = "`false` brings an archived item back.") @Nullable Boolean isArchived,
    @Size(max = 10_000) @Nullable String internalNotes,
    @Schema(minimum = "-2147483648", maximum = "2147483647") @Nullable Integer sortOrder,
    @Nullable Boolean allowCustomPricing,
    @Size(min = 1, max = 255) @Nullable String externalId,
    @Schema(description = "The taxes it is exempted from.") @Size(max = 200)
        @Nullable List<String> exemptedTaxIds,
    @Schema(description = "In cents.") @Min(0) @Max(PriceBounds.MOST) @Nullable Long cost,
    @Schema(hidden = true) PresentFields given) {

  /** Withdraws an item from sale, or brings it back; the rest stays. */
  public static ItemUpdate archived(boolean isArchived) {
    return new ItemUpdate(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        isArchived,
        null,
        null,
        null,
        null,
        null,
        null,
        PresentFields.of("isArchived"));
  }
}
