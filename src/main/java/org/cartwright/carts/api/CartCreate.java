package org.cartwright.carts.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.json.PathId;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.Pricing;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;

/** A whole cart as a client wants it: to create it, or to replace what a draft holds. */
@Schema(
    name = "CartCreate",
    description = "A whole cart, to create it or to replace what a draft holds.",
    example =
        """
        {"patientId": "pat_demo_jane", "creatorId": "prov_demo_lee", "discountPercentage": 5,
         "items": [{"itemId": "item_demo_serum", "quantity": 2}, {"packageId": "pkg_demo_glow"}]}""")
public record CartCreate(
    @Schema(
            description = "Chosen by the client, or given by the service if left out.",
            example = "cart-1001")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @PathId(except = "list")
        @Nullable String id,
    @Schema(description = "For whom the cart is.", example = "pat_demo_jane") @Size(max = 64)
        String patientId,
    @Schema(description = "The provider who makes the cart.", example = "prov_demo_lee")
        @Size(max = 64)
        @Nullable String creatorId,
    @Schema(
            description =
                "When creating, only DRAFT. When replacing, DRAFT reopens an abandoned cart and "
                    + "ABANDONED abandons a draft.")
        @Nullable CartStatus status,
    @Size(max = 10_000) @Nullable String notes,
    @Schema(
            description =
                "When the cart expires. A date alone means the end of that day in the clinic's "
                    + "time zone; a date-time without an offset is UTC.")
        @Nullable Moment expiresDate,
    @Schema(description = "Flat discount on the whole cart, in cents.")
        @Default("0")
        @Min(0)
        @Max(Cents.MAX_VALUE)
        long discountAmount,
    @Schema(description = "Discount on the whole cart in percent.")
        @Default("0")
        @DecimalMin("0")
        @DecimalMax("100")
        BigDecimal discountPercentage,
    @Default("[]") @Size(max = Pricing.MAX_LINES) List<CartItemCreate> items,
    @Schema(hidden = true) PresentFields given) {

  /** A cart on which there is nothing yet. */
  public static CartCreate empty(String patientId, String creatorId) {
    return new CartCreate(
        null,
        patientId,
        creatorId,
        null,
        null,
        null,
        0,
        BigDecimal.ZERO,
        List.of(),
        PresentFields.NONE);
  }

  /** A 0 that was not sent is none: it cannot be a served 0 that comes back. */
  public DiscountRequest discount() {
    return new DiscountRequest(
        given.has("discountAmount") ? new Cents(discountAmount) : null,
        given.has("discountPercentage") ? new Percentage(discountPercentage) : null);
  }
}
