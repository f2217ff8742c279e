package org.cartwright.stock.keeping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.cartwright.stock.MovementKind;
import org.jspecify.annotations.Nullable;

/** A movement of an item's stock. It never changes. */
@Schema(name = "StockMovement", description = "A movement of an item's stock; it never changes.")
public record MovementDetail(
    @Schema(description = "Which movement of the item it is, from 1.", example = "7") int number,
    MovementKind kind,
    @Schema(description = "Of a correction what it adds, below 0 if it takes away.", example = "2")
        BigDecimal quantity,
    @Schema(description = "What is on hand since.", example = "10") BigDecimal onHand,
    @Nullable String reason,
    @Schema(description = "What it is about, such as an order.") @Nullable String reference,
    @Schema(description = "The API key with which it was made; `null` if it was with none.")
        @Nullable String keyId,
    @Schema(
            description =
                "Who of the staff wrote it down at the console; `null` if it was nobody of them.")
        @Nullable String providerId,
    Instant moment) {}
