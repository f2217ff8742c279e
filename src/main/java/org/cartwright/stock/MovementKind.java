package org.cartwright.stock;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** Why stock moves. */
@Schema(
    description =
        "Why stock moves. `RECEIVED` and `RETURNED` add, `SOLD` takes away, `CORRECTED` does either.")
public enum MovementKind {
  RECEIVED,
  SOLD,
  RETURNED,
  CORRECTED;

  /** What such a movement over a quantity changes; asked with that, it answers the quantity. */
  public BigDecimal change(BigDecimal quantity) {
    return this == SOLD ? quantity.negate() : quantity;
  }
}
