package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How goods get to the customer. */
@Schema(description = "How goods get to the customer.")
public enum FulfilmentCategory {
  /** By a carrier. */
  SHIPPING,
  /** By the shop's own people. */
  DELIVERY,
  /** The customer fetches them at an outlet. */
  PICKUP
}
