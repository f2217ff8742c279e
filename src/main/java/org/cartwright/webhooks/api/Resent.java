package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How much is sent once more. */
@Schema(name = "Resent", description = "How many events are sent once more.")
public record Resent(
    @Schema(description = "How many events are being sent.", example = "12") int deliveries) {}
