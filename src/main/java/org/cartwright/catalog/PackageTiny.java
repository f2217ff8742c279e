package org.cartwright.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A package as it is shown inside something else. */
@Schema(name = "PackageTiny", description = "A package, as shown inside something else.")
public record PackageTiny(
    @Schema(
            example = "package_01kq3v9y6t8m2c4x5z7a1b0d9e",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        String id,
    @Schema(example = "Summer glow") String name,
    @Nullable String description,
    @Default("false") @Schema(description = "Whether it is withdrawn from sale.")
        boolean isArchived,
    @Schema(description = "Of the whole package, in cents.", example = "120000") long price,
    @Schema(description = "Its id in another system.") @Nullable String externalId) {}
