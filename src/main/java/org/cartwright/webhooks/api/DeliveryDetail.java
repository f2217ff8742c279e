package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event on its way to a webhook. */
@Schema(name = "DeliveryDetail", description = "An event on its way to a webhook.")
public record DeliveryDetail(
    @Schema(
            description = "The event's id, the same however often it is sent.",
            example = "evt_01kq3v9y6t8m2c4x5z7a1b0d9e")
        String id,
    @Schema(example = "alert_01kq3v9y6t8m2c4x5z7a1b0d9e") String alertId,
    EventType type,
    Map<String, Object> data,
    DeliveryStatus status,
    @Schema(description = "How often it was tried since it was last sent again.", example = "1")
        int attempts,
    Instant createdDate,
    @Schema(description = "When it is tried next, if it is.") @Nullable Instant nextAttemptDate,
    @Nullable Instant deliveredDate,
    @Nullable Instant lastAttemptDate,
    @Nullable Integer lastStatus,
    @Nullable String lastError) {}
