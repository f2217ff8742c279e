package org.cartwright.catalog.packages;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.catalog.PriceBounds;
import org.cartwright.platform.Ids;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.PathId;
import org.jspecify.annotations.Nullable;

/**
 * A package as a client wants it, to be created or to replace what it was.
 *
 * @param id what the client wants it to be called; without it, the house chooses
 */
@Schema(
    name = "Package-Input",
    description = "Items sold together for one price.",
    example =
        """
        {"name": "Winter repair", "price": 21500, "category": "Offers",
         "items": [{"packageId": "", "itemId": "item_demo_facial", "quantity": 1, "price": 17500},
         {"packageId": "", "itemId": "item_demo_serum", "quantity": 1, "price": 4000}]}""")
public record PackageInput(
    @Schema(
            description = "Chosen by the client, or by the service if left out.",
            example = "package_01kq3v9y6t8m2c4x5z7a1b0d9e",
            types = "string")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @PathId(except = "list")
        @Nullable String id,
    @Schema(example = "Summer glow") @Size(min = 1, max = 255) String name,
    @Size(max = 10_000) @Nullable String description,
    @Schema(description = "Whether it is withdrawn from sale.") @Default("false")
        boolean isArchived,
    @Schema(description = "Of the whole package, in cents.", example = "120000")
        @Min(0)
        @Max(PriceBounds.MOST)
        long price,
    @Schema(description = "Its id in another system; no two packages share one.")
        @Size(min = 1, max = 255)
        @Nullable String externalId,
    @Schema(description = "For the staff only.") @Size(max = 10_000) @Nullable String internalNotes,
    @Schema(description = "What is in it, in this order.") @Size(max = MOST_ITEMS)
        @Nullable List<PackageItemInput> items,
    @Schema(example = "Offers") @Size(max = 255) @Nullable String category) {

  /** How many items a package may contain. */
  public static final int MOST_ITEMS = 200;

  /** What is to be in it. */
  List<PackageItemInput> contents() {
    return items == null ? List.of() : items;
  }
}
