package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.CrossFieldValidated;

/** Why an order is cancelled. */
@Schema(
    description = "Why an order is cancelled.",
    example =
        """
        {"reason": "Ordered twice"}""")
public record OrderCancellation(
    @Schema(example = "Ordered twice") @Size(min = 1, max = 2000) String reason)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (reason.isBlank()) {
      complaints.about("reason", "say why");
    }
  }
}
