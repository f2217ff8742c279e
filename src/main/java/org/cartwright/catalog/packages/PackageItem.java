package org.cartwright.catalog.packages;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.catalog.ItemTiny;
import org.jspecify.annotations.Nullable;

/** An item in a package. */
@Schema(name = "PackageItem-Output", description = "An item in a package.")
public record PackageItem(
    @Schema(
            description = "Unique within its package.",
            example = "pkgitem_01kq3v9y6t8m2c4x5z7a1b0d9e",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        String id,
    @Schema(example = "package_01kq3v9y6t8m2c4x5z7a1b0d9e") String packageId,
    @Schema(example = "item_01kq3v9y6t8m2c4x5z7a1b0d9e") String itemId,
    @Schema(description = "`null` counts as 1.", example = "2") @Nullable Integer quantity,
    @Schema(
            description =
                "What one of it contributes to the package, in cents. Not charged by itself: the"
                    + " package is taxed in these proportions.",
            example = "40000")
        long price,
    @Nullable ItemTiny item) {}
