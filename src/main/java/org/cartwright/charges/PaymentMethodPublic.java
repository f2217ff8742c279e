package org.cartwright.charges;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a patient may see of a payment method. Never served by this service. */
@Schema(description = "What a patient may see of a payment method. Not kept by this service.")
record PaymentMethodPublic(
    @Nullable String brand,
    @Nullable String last4,
    @Nullable Integer expMonth,
    @Nullable Integer expYear,
    @Nullable String accountHolderType,
    @Nullable Long accountNumberLast4,
    @Nullable String bankName,
    @Nullable Long routingNumber,
    @Nullable PaymentMethodType type) {}
