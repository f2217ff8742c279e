package org.cartwright.catalog.taxes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.platform.json.Default;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;

/** A tax. */
@Schema(name = "TaxDetail", description = "A tax.")
public record TaxDetail(
    @Schema(example = "tax_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    @Schema(example = "Sales tax") String name,
    @Schema(description = "In percent.", example = "8.25") BigDecimal percentage,
    @Schema(description = "Where it is levied; empty or `null` means everywhere.")
        @Nullable List<String> locationIds,
    @Default("\"ALL\"") TaxScope scope,
    @Schema(description = "The categories it is levied on, if its scope is SPECIFIC_CATEGORIES.")
        @Nullable List<String> categoryNames) {

  /** The tax as it is listed. */
  TaxSummary listed() {
    return new TaxSummary(id, name, percentage, locationIds, scope, categoryNames);
  }
}
