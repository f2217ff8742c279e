package org.cartwright.catalog.taxes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a market's tax. What is left out stays. {@code null} clears categories,
 * regions and postal codes, and leaves name, percentage and scope as they are.
 */
@Schema(
    description =
        "What to change about a market's tax. What is left out stays; `null` clears "
            + "categories, regions and postal codes.",
    example =
        """
        {"percentage": 7.5, "postalCodes": null}""")
public record MarketTaxUpdate(
    @Size(min = 1, max = 255) @Nullable String name,
    @Schema(description = "In percent; more than 10 decimals are rounded to 10.", example = "8.25")
        @DecimalMin("0")
        @DecimalMax("100")
        @Nullable BigDecimal percentage,
    @Nullable TaxScope scope,
    @Schema(description = "The categories it is levied on, if its scope is SPECIFIC_CATEGORIES.")
        @Size(max = 1000)
        @Nullable List<@Size(min = 1, max = 255) String> categoryNames,
    @Schema(description = MarketTaxDetail.REGIONS) @Size(max = 1000)
        @Nullable List<@Size(min = 1, max = 100) @Pattern(regexp = MarketTaxDetail.REGION) String>
            regions,
    @Schema(description = MarketTaxDetail.POSTAL_CODES) @Size(max = 1000)
        @Nullable List<@Size(max = 20) @Pattern(regexp = MarketTaxDetail.POSTAL_CODE) String>
            postalCodes,
    @Schema(hidden = true) PresentFields given) {}
