package org.cartwright.catalog.taxes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;

/** A tax of a market. */
@Schema(description = "A tax of a market.")
public record MarketTaxDetail(
    @Schema(example = "tax_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    @Schema(example = "market_01kq3v9y6t8m2c4x5z7a1b0d9e") String marketId,
    @Schema(example = "VAT") String name,
    @Schema(description = "In percent.", example = "8.25") BigDecimal percentage,
    TaxScope scope,
    @Schema(description = "The categories it is levied on, if its scope is SPECIFIC_CATEGORIES.")
        @Nullable List<String> categoryNames,
    @Schema(description = REGIONS) @Nullable List<String> regions,
    @Schema(description = POSTAL_CODES) @Nullable List<String> postalCodes) {

  /** Something without a star, or a country's code and all of it; an empty one is too short. */
  static final String REGION = "^([^*]*[^*\\s][^*]*|\\s*[A-Za-z]\\s*[A-Za-z]\\s*-\\s*\\*\\s*)?$";

  static final String REGIONS =
      "The regions that levy it, as addresses name them (`CA`), with the country in front (`US-CA`), or"
          + " all of a country (`DE-*`); empty or `null`: all.";

  /** A postal code, or how some begin: something, and a star at most at its end. */
  static final String POSTAL_CODE = "^(?=.*\\S)[^*]*\\*?$";

  static final String POSTAL_CODES =
      "The postal codes where it is levied, whole (`94107`) or how they begin (`94*`); empty or `null`:"
          + " all.";
}
