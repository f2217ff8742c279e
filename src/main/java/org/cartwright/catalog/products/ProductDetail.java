package org.cartwright.catalog.products;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product with its variants. */
@Schema(name = "ProductDetail", description = "A product with its variants.")
public record ProductDetail(
    @Schema(example = "product_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    @Schema(example = "Mug") String name,
    @Nullable String description,
    @Schema(
            description = "Its options: what its variants differ in.",
            example = "[\"Size\", \"Colour\"]")
        List<String> optionNames,
    List<VariantDetail> variants,
    Instant createdDate,
    @Nullable Instant updatedDate) {}
