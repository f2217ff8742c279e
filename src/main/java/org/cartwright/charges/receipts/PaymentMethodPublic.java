package org.cartwright.charges.receipts;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.charges.api.payments.PaymentMethodType;
import org.cartwright.platform.json.Required;
import org.jspecify.annotations.Nullable;

/** What a patient may see of a payment method. Never served by this service. */
@Schema(description = "What a patient may see of a payment method. Not kept by this service.")
record PaymentMethodPublic(
    @Required @Nullable String brand,
    @Required @Nullable String last4,
    @Required @Nullable Integer expMonth,
    @Required @Nullable Integer expYear,
    @Required @Nullable String accountHolderType,
    @Required @Nullable Long accountNumberLast4,
    @Required @Nullable String bankName,
    @Required @Nullable Long routingNumber,
    @Required @Nullable PaymentMethodType type) {}
