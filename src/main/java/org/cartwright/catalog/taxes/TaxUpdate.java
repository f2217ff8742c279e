package org.cartwright.catalog.taxes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a tax. What is left out stays. {@code null} clears the locations and the
 * categories, and leaves name, percentage and scope as they are.
 */
@Schema(
    name = "TaxUpdate",
    description =
        "What to change about a tax. What is left out stays; `null` clears locations "
            + "and categories.",
    example =
        """
        {"percentage": 8.5}""")
public record TaxUpdate(
    @Size(min = 1, max = 255) @Nullable String name,
    @Schema(description = "In percent; more than 10 decimals are rounded to 10.", example = "8.25")
        @DecimalMin("0")
        @DecimalMax("100")
        @Nullable BigDecimal percentage,
    @Schema(description = "Where it is levied; empty or `null` means everywhere.") @Size(max = 1000)
        @Nullable List<@Size(min = 1, max = 255) String> locationIds,
    @Nullable TaxScope scope,
    @Schema(description = "The categories it is levied on, if its scope is SPECIFIC_CATEGORIES.")
        @Size(max = 1000)
        @Nullable List<@Size(min = 1, max = 255) String> categoryNames,
    @Schema(hidden = true) PresentFields given) {}
