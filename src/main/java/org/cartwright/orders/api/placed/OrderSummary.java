package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.DraftDetail;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
@Schema(description = "An order in a list.")
public record OrderSummary(
    String id,
    @Schema(example = "#ORD-000000000001") String number,
    OrderStatus status,
    @Nullable FulfilmentStatus fulfilmentStatus,
    DraftDetail.MarketTiny market,
    DraftDetail.Customer customer,
    Contact contact,
    @Schema(description = "How many lines there are, without the fee.") int itemCount,
    long total,
    @Schema(example = "BDT") String currency,
    @Schema(
            description = "The total with its currency, written for the shop's locale.",
            example = "BDT 540.00")
        String formattedTotal,
    Instant createdDate,
    Instant updatedDate) {}
