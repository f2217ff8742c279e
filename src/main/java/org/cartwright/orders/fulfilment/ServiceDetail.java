package org.cartwright.orders.fulfilment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.FulfilmentCategory;
import org.jspecify.annotations.Nullable;

/** A fulfilment service as it is served. */
@Schema(name = "FulfilmentService", description = "A way to get orders of a market to customers.")
public record ServiceDetail(
    @Schema(example = "service_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    String marketId,
    FulfilmentCategory category,
    @Schema(example = "Express") String name,
    @Schema(description = "The item whose price in the market is the fee.") @Nullable String itemId,
    @Schema(
            description =
                "The fee now, in the smallest unit of the market's currency; `null` if its item "
                    + "is no longer sold there.",
            example = "4500")
        @Nullable Long fee,
    @Schema(description = "Where customers fetch their goods; for PICKUP only.")
        @Nullable Address address,
    @Schema(description = "Whether it can be chosen.") boolean isActive,
    Instant createdDate) {}
