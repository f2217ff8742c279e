package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** Why an order is cancelled. */
@Schema(
    description = "Why an order is cancelled.",
    example =
        """
        {"reason": "Ordered twice"}""")
public record OrderCancellation(
    @Schema(example = "Ordered twice") @Size(min = 1, max = 2000) String reason) {}
