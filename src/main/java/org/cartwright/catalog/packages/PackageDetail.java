package org.cartwright.catalog.packages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A package by itself. */
@Schema(name = "PackageDetail", description = "Items sold together for one price.")
public record PackageDetail(
    @Schema(
            example = "package_01kq3v9y6t8m2c4x5z7a1b0d9e",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        String id,
    @Schema(example = "Summer glow") String name,
    @Nullable String description,
    @Default("false") @Schema(description = "Whether it is withdrawn from sale.")
        boolean isArchived,
    @Schema(description = "Of the whole package, in cents.", example = "120000") long price,
    @Schema(description = "Its id in another system.") @Nullable String externalId,
    @Schema(description = "For the staff only.") @Nullable String internalNotes,
    @Schema(description = "What is in it, in order.") @Nullable List<PackageItem> items,
    @Schema(example = "Offers") @Nullable String category,
    @Default("0") @Schema(description = "Always 0: treatments are not kept by this service.")
        int numberOfActivePatients,
    @Default("0") @Schema(description = "Always 0: treatments are not kept by this service.")
        int numberOfPatients,
    @Nullable Instant createdDate) {}
