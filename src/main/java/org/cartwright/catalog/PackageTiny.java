package org.cartwright.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A package as it is shown inside something else; the view {@code package_tiny}. */
@Schema(name = "PackageTiny", description = "A package, as shown inside something else.")
public record PackageTiny(
    @Schema(example = "package_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    @Schema(example = "Summer glow") String name,
    @Nullable String description,
    @Schema(description = "Whether it is withdrawn from sale.") boolean isArchived,
    @Schema(description = "Of the whole package, in cents.", example = "120000") long price,
    @Schema(description = "What another system calls it.") @Nullable String externalId) {}
