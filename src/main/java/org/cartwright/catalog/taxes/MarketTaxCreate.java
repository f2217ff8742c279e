package org.cartwright.catalog.taxes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;

/** A tax to levy in a market from now on. */
@Schema(
    description = "A tax to levy in a market from now on.",
    example =
        """
        {"name": "California sales tax", "percentage": 7.25, "scope": "PRODUCTS_ONLY", "regions": ["US-CA"],
         "postalCodes": ["90*", "91*", "94107"]}""")
public record MarketTaxCreate(
    @Schema(example = "VAT") @Size(min = 1, max = 255) String name,
    @Schema(description = "In percent; more than 10 decimals are rounded to 10.", example = "8.25")
        @DecimalMin("0")
        @DecimalMax("100")
        BigDecimal percentage,
    @Default("\"ALL\"") TaxScope scope,
    @Schema(description = "The categories it is levied on, if its scope is SPECIFIC_CATEGORIES.")
        @Size(max = 1000)
        @Nullable List<@Size(min = 1, max = 255) String> categoryNames,
    @Schema(description = MarketTaxDetail.REGIONS) @Size(max = 1000)
        @Nullable List<@Size(min = 1, max = 100) @Pattern(regexp = MarketTaxDetail.REGION) String>
            regions,
    @Schema(description = MarketTaxDetail.POSTAL_CODES) @Size(max = 1000)
        @Nullable List<@Size(max = 20) @Pattern(regexp = MarketTaxDetail.POSTAL_CODE) String>
            postalCodes)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (!Tax.isComplete(scope, categoryNames)) {
      complaints.about("categoryNames", Tax.NO_CATEGORIES);
    }
  }
}
