package org.cartwright.catalog.markets;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.format.CountryCode;
import org.cartwright.platform.format.CurrencyCode;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.PathId;
import org.jspecify.annotations.Nullable;

/** A market to sell in from now on. */
@Schema(
    description = "A market to sell in from now on.",
    example =
        """
        {"id": "market_shop_jp", "code": "JP", "name": "Japan", "countries": ["JP"], "currency": "JPY", "pricesIncludeTax": true}""")
public record MarketCreate(
    @Schema(
            description = "Chosen by the client, or by the service if left out.",
            example = "market_01kq3v9y6t8m2c4x5z7a1b0d9e",
            types = "string")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @PathId
        @Nullable String id,
    @Schema(description = "The shop's short name for it; no two markets share one.", example = "BD")
        @Pattern(regexp = MarketTerms.CODE)
        String code,
    @Schema(example = "Bangladesh") @Size(min = 1, max = 255) String name,
    @Schema(description = "ISO 3166 codes of the countries it delivers to.", example = "[\"BD\"]")
        @Size(min = 1, max = MarketTerms.MOST_COUNTRIES)
        List<@CountryCode String> countries,
    @Schema(description = "The ISO 4217 currency of all its prices.", example = "BDT") @CurrencyCode
        String currency,
    @Schema(description = "Whether its prices include tax.") @Default("false")
        boolean pricesIncludeTax,
    @Schema(
            description =
                "Whether it is the default market, in place of the present one. The first "
                    + "market always is.")
        @Default("false")
        boolean isDefault) {}
