package org.cartwright.catalog.taxes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;

/** A tax to levy from now on. */
@Schema(
    name = "TaxCreate",
    description = "A tax to levy from now on.",
    example =
        """
        {"name": "Luxury tax", "percentage": 2.5, "scope": "SPECIFIC_CATEGORIES",
         "categoryNames": ["Injectables"]}""")
public record TaxCreate(
    @Schema(example = "Sales tax") @Size(min = 1, max = 255) String name,
    @Schema(description = "In percent; more than 10 decimals are rounded to 10.", example = "8.25")
        @DecimalMin("0")
        @DecimalMax("100")
        BigDecimal percentage,
    @Schema(description = "Where it is levied; empty or `null` means everywhere.") @Size(max = 1000)
        @Nullable List<@Size(min = 1, max = 255) String> locationIds,
    @Default("\"ALL\"") TaxScope scope,
    @Schema(description = "The categories it is levied on, if its scope is SPECIFIC_CATEGORIES.")
        @Size(max = 1000)
        @Nullable List<@Size(min = 1, max = 255) String> categoryNames)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (!Tax.isComplete(scope, categoryNames)) {
      complaints.about("categoryNames", Tax.NO_CATEGORIES);
    }
  }
}
