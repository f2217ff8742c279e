package org.cartwright.catalog.prices;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.cartwright.catalog.PriceBounds;
import org.cartwright.platform.json.CrossFieldValidated;
import org.jspecify.annotations.Nullable;

/** What an item is to cost in a market from a quantity on. */
@Schema(
    name = "ItemTier-Input",
    description =
        "What an item is to cost in a market from a quantity on: either a unit price, "
            + "or a percentage off.")
public record ItemTierInput(
    @Schema(description = "In which market.", example = "market_01kq3v9y6t8m2c4x5z7a1b0d9e")
        String marketId,
    @Schema(description = "From which quantity on; more than 1.", example = "10")
        @DecimalMin(value = "1", inclusive = false)
        @DecimalMax("1000000")
        BigDecimal fromQuantity,
    @Schema(
            description = "The price of one then, in the smallest unit of the market's currency.",
            example = "99000")
        @Min(0)
        @Max(PriceBounds.MOST)
        @Nullable Long unitPrice,
    @Schema(description = "The percentage off the market's price then.")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Nullable BigDecimal percentOff)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if ((unitPrice == null) == (percentOff == null)) {
      complaints.aboutAll("a tier has either a unitPrice or a percentOff");
    }
  }
}
