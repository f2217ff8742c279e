package org.cartwright.catalog.products;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** An item as a variant of its product. */
@Schema(name = "VariantDetail", description = "An item as a variant of its product.")
public record VariantDetail(
    @Schema(example = "item_shop_mug") String itemId,
    @Schema(
            description = "Its value for each option, in the order of the option names.",
            example = "[\"Large\", \"White\"]")
        List<String> options,
    @Schema(description = "Its options, as people say them.", example = "Large / White")
        String label,
    @Schema(description = "The item's name today.", example = "Mug") String itemName,
    @Schema(description = "Whether the item is withdrawn from sale.") boolean isArchived) {}
