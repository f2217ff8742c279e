package org.cartwright.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.cartwright.platform.json.Default;
import org.cartwright.pricing.taxes.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is shown inside something else. In a request it is read but means nothing: an item
 * is named by its id.
 */
@Schema(name = "ItemTiny", description = "An item, as shown inside something else.")
public record ItemTiny(
    @Schema(example = "item_01kq3v9y6t8m2c4x5z7a1b0d9e") @Default("\"\"") String id,
    @Schema(example = "Hyaluronic filler") String name,
    @Schema(example = "Juvederm") @Nullable String brandName,
    @Nullable String description,
    @Schema(description = "In cents.", example = "65000") long price,
    @Schema(example = "Injectables") @Nullable String category,
    @Schema(description = "The unit in which it is counted.", example = "SYRINGES")
        @Nullable Unit unit,
    @Default("true") boolean isPhysical,
    @Schema(description = "Whether it is withdrawn from sale.") @Default("false")
        boolean isArchived,
    @Schema(description = "For the staff only.") @Nullable String internalNotes,
    @Schema(description = "Its place in lists, small numbers first.") @Nullable Integer sortOrder,
    @Schema(description = "Whether the staff may charge another price for it.") @Default("false")
        boolean allowCustomPricing,
    @Default("\"PRODUCT\"") ItemType type,
    @Schema(description = "Its id in another system.") @Nullable String externalId,
    @Schema(description = "The taxes it is exempted from.") @Nullable List<String> exemptedTaxIds,
    @Schema(description = "What it costs the clinic, in cents.") @Nullable Long cost) {

  /** The item without what is the clinic's own business: its notes and what it costs the clinic. */
  public ItemTiny shownToPatient() {
    return new ItemTiny(
        id,
        name,
        brandName,
        description,
        price,
        category,
        unit,
        isPhysical,
        isArchived,
        null,
        sortOrder,
        allowCustomPricing,
        type,
        externalId,
        exemptedTaxIds,
        null);
  }
}
