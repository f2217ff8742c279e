package org.cartwright.stock.keeping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.cartwright.stock.MovementKind;
import org.jspecify.annotations.Nullable;

/** A movement of an item's stock. It never changes. */
@Schema(name = "StockMovement", description = "A movement of an item's stock; it never changes.")
public record MovementDetail(
    @Schema(description = "The number of the movement among the item's, from 1.", example = "7")
        int number,
    MovementKind kind,
    @Schema(description = "For a correction what it adds, below 0 if it takes away.", example = "2")
        BigDecimal quantity,
    @Schema(description = "How much is on hand after it.", example = "10") BigDecimal onHand,
    @Nullable String reason,
    @Schema(description = "What it is about, such as an order.") @Nullable String reference,
    @Schema(description = "The API key with which it was made; `null` if it was made with none.")
        @Nullable String keyId,
    @Schema(description = "Who of the staff recorded it at the console; `null` if nobody did.")
        @Nullable String providerId,
    Instant moment) {}
