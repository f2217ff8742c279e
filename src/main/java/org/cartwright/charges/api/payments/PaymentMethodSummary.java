package org.cartwright.charges.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.Required;
import org.jspecify.annotations.Nullable;

/**
 * A payment method a patient has on file with products beside this one. Never served by this
 * service; in a request it is read but means nothing.
 */
@Schema(description = "A payment method on file. Not kept by this service.")
public record PaymentMethodSummary(
    String id,
    @Required @Nullable String patientId,
    @Required @Nullable String rainforestPaymentMethodId,
    @Required @Nullable String brand,
    @Required @Nullable String last4,
    @Required @Nullable Integer expMonth,
    @Required @Nullable Integer expYear,
    @Required @Nullable String accountHolderType,
    @Required @Nullable Long accountNumberLast4,
    @Required @Nullable String bankName,
    @Required @Nullable Long routingNumber,
    @Required @Nullable String description,
    @Required @Nullable PaymentMethodType type,
    @Default("false") boolean isDefault,
    @Default("false") boolean isArchived,
    @Nullable List<String> availableMerchantIds,
    @Nullable Instant createdDate) {}
