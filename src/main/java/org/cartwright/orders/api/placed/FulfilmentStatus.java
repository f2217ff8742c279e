package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.orders.api.FulfilmentCategory;

/** Where the goods of an approved order are. */
@Schema(description = "Where the goods of an approved order are.")
public enum FulfilmentStatus {
  /** With the shop, being made ready. */
  PREPARING,
  /** On their way to the customer. */
  SHIPPED,
  /** Waiting at the outlet to be fetched. */
  READY_FOR_PICKUP,
  /** With the customer. */
  DELIVERED,
  /** Back with the shop: they did not get to the customer. */
  FAILED;

  /** Whether the shop has the goods. */
  public boolean isWithTheShop() {
    return this == PREPARING || this == FAILED;
  }

  /** The table of moves: what goes to the customer is shipped, what is fetched is made ready. */
  public boolean mayBecome(FulfilmentStatus next, FulfilmentCategory category) {
    return switch (next) {
      case PREPARING -> false;
      case SHIPPED -> isWithTheShop() && category != FulfilmentCategory.PICKUP;
      case READY_FOR_PICKUP -> isWithTheShop() && category == FulfilmentCategory.PICKUP;
      case DELIVERED, FAILED -> this == SHIPPED || this == READY_FOR_PICKUP;
    };
  }
}
