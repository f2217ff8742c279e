package org.cartwright.orders.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.cartwright.orders.api.Address;
import org.jspecify.annotations.Nullable;

/** A customer as drafts look for one. */
@Schema(name = "OrderCustomer", description = "A customer: a patient's record, and addresses.")
record CustomerDetail(
    String id,
    @Schema(example = "Rahim") @Nullable String firstName,
    @Schema(example = "Uddin") @Nullable String lastName,
    @Schema(example = "+880 1712 345678") @Nullable String phone,
    @Schema(example = "rahim@mail.example") @Nullable String email,
    @Schema(description = "At most ten that were used for them, the one used last first.")
        List<Address> addresses) {}
