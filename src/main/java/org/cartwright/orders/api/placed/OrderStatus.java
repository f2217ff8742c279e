package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where an order is in its life. */
@Schema(description = "Where an order is in its life.")
public enum OrderStatus {
  /** Placed, and not looked at yet. */
  PENDING,
  /** Its goods are being made ready, or are on their way. */
  APPROVED,
  /** The customer has the goods. Final. */
  FULFILLED,
  /** Taken back: stock, coupon and charge as if it had not been placed. Final. */
  CANCELLED
}
