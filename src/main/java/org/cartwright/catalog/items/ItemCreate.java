package org.cartwright.catalog.items;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.catalog.PriceBounds;
import org.cartwright.catalog.Unit;
import org.cartwright.platform.Ids;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.PathId;
import org.cartwright.pricing.taxes.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * An item to take into the catalog.
 *
 * @param id what the client wants it to be called; without it, the house chooses
 * @param stocks refused unless empty: taking it and forgetting it would be a loss nobody sees
 */
@Schema(
    name = "Item",
    description = "Something to sell from now on.",
    example =
        """
        {"name": "Clay mask", "brandName": "Lumen", "price": 3500, "category": "Skincare",
         "unit": "BOTTLES", "type": "PRODUCT", "cost": 1200}""")
public record ItemCreate(
    @Schema(
            description = "Chosen by the client, or by the service if left out.",
            example = "item_01kq3v9y6t8m2c4x5z7a1b0d9e",
            types = "string")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @PathId
        @Nullable String id,
    @Schema(example = "Hyaluronic filler") @Size(min = 1, max = 255) String name,
    @Schema(example = "Juvederm") @Size(max = 255) @Nullable String brandName,
    @Size(max = 10_000) @Nullable String description,
    @Schema(description = "In cents.", example = "65000") @Min(0) @Max(PriceBounds.MOST) long price,
    @Schema(example = "Injectables") @Size(max = 255) @Nullable String category,
    @Schema(description = "The unit in which it is counted.", example = "SYRINGES")
        @Nullable Unit unit,
    @Default("true") boolean isPhysical,
    @Schema(description = "Whether it is withdrawn from sale.") @Default("false")
        boolean isArchived,
    @Schema(description = "For the staff only.") @Size(max = 10_000) @Nullable String internalNotes,
    @Schema(
            description = "Its place in lists, small numbers first.",
            minimum = "-2147483648",
            maximum = "2147483647")
        @Nullable Integer sortOrder,
    @Schema(description = "Whether the staff may charge another price for it.") @Default("false")
        boolean allowCustomPricing,
    @Default("\"PRODUCT\"") ItemType type,
    @Schema(description = "Its id in another system; no two items share one.")
        @Size(min = 1, max = 255)
        @Nullable String externalId,
    @Schema(description = "The taxes it is exempted from.") @Size(max = 200)
        @Nullable List<String> exemptedTaxIds,
    @Schema(description = "What it costs the clinic, in cents.") @Min(0) @Max(PriceBounds.MOST)
        @Nullable Long cost,
    @Schema(description = "Leave it out: stock is kept separately.")
        @Nullable List<ItemStock> stocks)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (stocks != null && !stocks.isEmpty()) {
      complaints.about("stocks", "stock is kept apart from it; leave it out");
    }
  }
}
