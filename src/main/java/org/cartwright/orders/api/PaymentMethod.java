package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How the customer means to pay. */
@Schema(description = "How the customer means to pay.")
public enum PaymentMethod {
  CASH_ON_DELIVERY,
  BANK_TRANSFER,
  CARD,
  CASH,
  CHECK,
  OTHER
}
