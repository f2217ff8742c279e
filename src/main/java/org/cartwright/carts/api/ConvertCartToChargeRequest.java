package org.cartwright.carts.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A cart to become a charge. */
@Schema(
    description = "A cart to turn into a charge, and what the charge is to say.",
    example =
        """
        {"cartId": "cart_demo_jane", "description": "Visit of today"}""")
public record ConvertCartToChargeRequest(
    @Schema(description = "The id of the cart, as in the path.") @Size(max = 64) String cartId,
    @Size(max = 10_000) @Nullable String description,
    @Schema(description = "The charge's id in another system; no two charges share one.")
        @Size(min = 1, max = 255)
        @Nullable String externalId,
    @Schema(description = "Where it is charged.") @Size(max = 255) @Nullable String locationId,
    @Schema(description = "The appointment it is for.") @Size(max = 255) @Nullable String eventId) {

  /** Of which nothing is said but which cart it is. */
  public static ConvertCartToChargeRequest of(String cartId) {
    return new ConvertCartToChargeRequest(cartId, null, null, null, null);
  }
}
