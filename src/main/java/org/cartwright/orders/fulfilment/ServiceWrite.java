package org.cartwright.orders.fulfilment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A fulfilment service as it is to be. */
@Schema(
    name = "FulfilmentServiceWrite",
    description = "What a way to get a market's orders to customers is to be like.",
    example =
        """
        {"category": "SHIPPING", "name": "Express"}""")
public record ServiceWrite(
    FulfilmentCategory category,
    @Schema(description = "What the shop and its customers call it.", example = "Express")
        @Size(min = 1, max = 255)
        String name,
    @Schema(
            description =
                "The item whose price in the market is the fee; without one the service is "
                    + "free.",
            example = "item_01kq3v9y6t8m2c4x5z7a1b0d9e")
        @Size(max = 64)
        @Nullable String itemId,
    @Schema(
            description =
                "Where customers fetch their goods, for PICKUP only; this place decides the "
                    + "taxes.")
        @Nullable Address address,
    @Schema(description = "Whether it can be chosen.") @Default("true") boolean isActive)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (category == FulfilmentCategory.PICKUP && address == null) {
      complaints.about("address", "say where customers fetch their goods");
    }
    if (category != FulfilmentCategory.PICKUP && address != null) {
      complaints.about("address", "only a service of PICKUP has an address");
    }
  }
}
