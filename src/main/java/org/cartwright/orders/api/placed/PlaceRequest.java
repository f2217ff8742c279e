package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** The last word before a draft becomes an order. */
@Schema(
    name = "DraftPlacing",
    description = "The last word before a draft becomes an order.",
    example =
        """
        {"contactPhone": "+880 1712 345678"}""")
public record PlaceRequest(
    @Schema(
            description =
                "The phone number as the customer confirms it: the draft's, in any spelling. A "
                    + "draft without one takes it.",
            example = "+880 1712 345678")
        @Size(min = 1, max = 50)
        String contactPhone) {}
