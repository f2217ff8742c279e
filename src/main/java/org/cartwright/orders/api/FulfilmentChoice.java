package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How goods are to get to the customer: by which service, or only in which way so far. */
@Schema(
    name = "FulfilmentChoice",
    description = "How goods are to get to the customer: by a service of the market.",
    example =
        """
        {"category": "DELIVERY"}""")
public record FulfilmentChoice(
    @Schema(description = "If left out, that of the service.")
        @Nullable FulfilmentCategory category,
    @Schema(description = "One of the market's services.") @Size(max = 64)
        @Nullable String serviceId) {}
