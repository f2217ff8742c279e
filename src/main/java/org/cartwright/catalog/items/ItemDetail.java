package org.cartwright.catalog.items;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.cartwright.catalog.Unit;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.Required;
import org.cartwright.pricing.taxes.ItemType;
import org.jspecify.annotations.Nullable;

/** An item by itself. */
@Schema(name = "ItemDetail", description = "An item, as listed.")
public record ItemDetail(
    @Schema(
            example = "item_01kq3v9y6t8m2c4x5z7a1b0d9e",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        String id,
    @Schema(example = "Hyaluronic filler") String name,
    @Schema(example = "Juvederm") @Nullable String brandName,
    @Nullable String description,
    @Schema(description = "In cents.", example = "65000") long price,
    @Schema(example = "Injectables") @Nullable String category,
    @Schema(description = "The unit in which it is counted.", example = "SYRINGES")
        @Nullable Unit unit,
    @Default("true") boolean isPhysical,
    @Default("false") @Schema(description = "Whether it is withdrawn from sale.")
        boolean isArchived,
    @Schema(description = "For the staff only.") @Nullable String internalNotes,
    @Schema(description = "Its place in lists, small numbers first.") @Nullable Integer sortOrder,
    @Default("false") @Schema(description = "Whether the staff may charge another price for it.")
        boolean allowCustomPricing,
    @Default("\"PRODUCT\"") ItemType type,
    @Schema(description = "Its id in another system.") @Nullable String externalId,
    @Schema(description = "The taxes it is exempted from.") @Nullable List<String> exemptedTaxIds,
    @Schema(description = "What it costs the clinic, in cents.") @Nullable Long cost,
    @ArraySchema(
            arraySchema =
                @Schema(description = "Always null: stock is kept separately from items."),
            schema = @Schema(implementation = Object.class, types = "object"))
        @Nullable List<ItemStock> stocks,
    @Required @Schema(description = "Always null: use is not counted by this service.")
        @Nullable Integer usageCount) {}
