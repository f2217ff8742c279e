package org.cartwright.catalog.products;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;

/** An item that is to be a variant of a product. */
@Schema(name = "VariantWrite", description = "An item that is to be a variant of a product.")
public record VariantWrite(
    @Schema(example = "item_shop_mug") @Size(min = 1, max = 64) String itemId,
    @Schema(
            description = "Its value for each option, in the order of the option names.",
            example = "[\"Large\", \"White\"]")
        @Size(min = 1, max = 5)
        List<@Size(min = 1, max = 100) String> options) {

  /** How people call the variant, as in "Large / Blue". */
  String label() {
    return String.join(" / ", options);
  }
}
