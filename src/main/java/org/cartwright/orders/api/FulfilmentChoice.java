package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How goods are to get to the customer: by which service, or only in which way so far. */
@Schema(
    name = "FulfilmentChoice",
    description = "How the goods are to get to the customer: by one of the market's services.",
    example =
        """
        {"category": "DELIVERY"}""")
public record FulfilmentChoice(
    @Schema(description = "That of the service if left out.") @Nullable FulfilmentCategory category,
    @Schema(description = "One of the market's services.") @Size(max = 64)
        @Nullable String serviceId) {}
