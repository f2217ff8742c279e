package org.cartwright.catalog.packages;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cartwright.catalog.ItemTiny;
import org.cartwright.catalog.PriceBounds;
import org.cartwright.platform.Ids;
import org.jspecify.annotations.Nullable;

/**
 * An item to put into a package.
 *
 * @param id what the client wants it to be called within the package; without it, the house chooses
 * @param packageId anything: whoever creates a package does not know its id yet
 * @param quantity how many the package contains; {@code null} counts as 1
 * @param price what one of it contributes to the package, in cents; it decides how the package is
 *     taxed and is not charged by itself
 * @param item without effect, for clients that send back what they read
 */
@Schema(name = "PackageItem-Input", description = "An item to put into a package.")
public record PackageItemInput(
    @Schema(
            description =
                "Chosen by the client, or by the service if left out; unique within its "
                    + "package.",
            example = "pkgitem_01kq3v9y6t8m2c4x5z7a1b0d9e",
            types = "string")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @Nullable String id,
    @Schema(description = "May be anything: it becomes the id of the package it is in.")
        @Size(max = 255)
        String packageId,
    @Schema(example = "item_01kq3v9y6t8m2c4x5z7a1b0d9e") String itemId,
    @Schema(description = "`null` counts as 1.", example = "2") @Min(1) @Max(1_000_000)
        @Nullable Integer quantity,
    @Schema(
            description =
                "What one of it contributes to the package, in cents. Not charged by itself: the"
                    + " package is taxed in these proportions.",
            example = "40000")
        @Min(0)
        @Max(PriceBounds.MOST)
        long price,
    @Schema(description = "Accepted without effect.") @Nullable ItemTiny item) {

  /** The id it will have in its package. */
  String idOrNew() {
    return id == null ? Ids.next("pkgitem") : id;
  }
}
