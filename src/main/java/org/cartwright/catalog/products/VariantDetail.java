package org.cartwright.catalog.products;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** An item as a variant of its product. */
@Schema(name = "VariantDetail", description = "An item as a variant of its product.")
record VariantDetail(
    @Schema(example = "item_demo_serum") String itemId,
    @Schema(
            description = "What it is of each option, in the order of the option names.",
            example = "[\"Serum\", \"30 ml\"]")
        List<String> options,
    @Schema(description = "Its options as people call it.", example = "Serum / 30 ml") String label,
    @Schema(description = "Of the item, as it is called today.", example = "Vitamin C serum, 30 ml")
        String itemName,
    @Schema(description = "Whether the item is withdrawn from sale.") boolean isArchived) {}
