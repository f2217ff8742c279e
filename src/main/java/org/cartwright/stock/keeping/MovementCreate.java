package org.cartwright.stock.keeping;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.stock.MovementKind;
import org.jspecify.annotations.Nullable;

/** A movement to write down. */
@Schema(
    name = "StockMovementCreate",
    description = "A movement to record.",
    example =
        """
        {"kind": "RECEIVED", "quantity": 40, "reason": "Delivery of the week"}""")
public record MovementCreate(
    MovementKind kind,
    @Schema(
            description = "Above 0; for a correction what it adds, below 0 if it takes away.",
            example = "40")
        @DecimalMin("-1000000")
        @DecimalMax("1000000")
        @Digits(integer = 7, fraction = 10)
        BigDecimal quantity,
    @Schema(example = "Delivery of the week") @Size(min = 1, max = 1000) @Nullable String reason,
    @Schema(description = "The id of what it is about, such as an order.") @Size(min = 1, max = 64)
        @Nullable String reference)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (quantity.signum() == 0) {
      complaints.about("quantity", "a movement moves something");
    } else if (quantity.signum() < 0 && kind != MovementKind.CORRECTED) {
      complaints.about("quantity", "only a correction has a quantity below 0");
    }
  }
}
