package org.cartwright.charges.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.Default;
import org.cartwright.pricing.amounts.Cents;
import org.jspecify.annotations.Nullable;

/** A payment to be given back, or a part of it. */
@Schema(
    description = "A payment to give back, wholly or in part.",
    example =
        """
        {"paymentId": "pay_01kq3v9y6t8m2c4x5z7a1b0d9e", "providerId": "prov_demo_lee", "amount": 500, "reason": "OTHER"}""")
public record RefundCreate(
    @Size(max = 64) String paymentId,
    @Schema(description = "The provider who gives it back.", example = "prov_demo_lee")
        @Size(max = 64)
        String providerId,
    @Schema(description = "In cents; at most what is left of the payment.", example = "500")
        @Min(1)
        @Max(Cents.MAX_VALUE)
        long amount,
    RefundReason reason,
    @Size(max = 10_000) @Nullable String description,
    @Size(max = 255) @Nullable String locationId,
    @Schema(description = "Leave it out: stock is kept separately.")
        @Default("false")
        @AssertFalse(message = "stock is kept apart from it; leave it out")
        boolean restoreInventory) {}
