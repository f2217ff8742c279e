package org.cartwright.coupons;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.cartwright.catalog.PriceBounds;

/** An amount in a currency. */
@Schema(
    description = "An amount in a currency.",
    example = "{\"currency\": \"USD\", \"amount\": 500}")
public record CurrencyAmount(
    @Schema(description = "As an ISO 4217 code.", example = "USD") @Size(min = 3, max = 3)
        String currency,
    @Schema(description = "In the smallest unit of the currency.", example = "500")
        @Min(1)
        @Max(PriceBounds.MOST)
        long amount) {}
