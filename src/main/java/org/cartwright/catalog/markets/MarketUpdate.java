package org.cartwright.catalog.markets;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.format.CountryCode;
import org.cartwright.platform.format.CurrencyCode;
import org.jspecify.annotations.Nullable;

/** What is to change about a market. What is left out, or {@code null}, stays. */
@Schema(
    description = "What to change about a market. What is left out stays.",
    example =
        """
        {"name": "Bangladesh and India", "countries": ["BD", "IN"], "isDefault": true}""")
public record MarketUpdate(
    @Schema(description = "The shop's short name for it; no two markets share one.", example = "BD")
        @Pattern(regexp = MarketTerms.CODE)
        @Nullable String code,
    @Schema(example = "Bangladesh") @Size(min = 1, max = 255) @Nullable String name,
    @Schema(description = "ISO 3166 codes of the countries it delivers to.", example = "[\"BD\"]")
        @Size(min = 1, max = MarketTerms.MOST_COUNTRIES)
        @Nullable List<@CountryCode String> countries,
    @Schema(
            description =
                "The ISO 4217 currency of all its prices; it stays once there is a price or a "
                    + "draft.",
            example = "BDT")
        @CurrencyCode
        @Nullable String currency,
    @Schema(
            description =
                "Whether its prices include tax; this stays once there is a price or a draft.")
        @Nullable Boolean pricesIncludeTax,
    @Schema(
            description =
                "Whether it is the default market. The default stays the default until another "
                    + "market is made so.")
        @Nullable Boolean isDefault) {}
