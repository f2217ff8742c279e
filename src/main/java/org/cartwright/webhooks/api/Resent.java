package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How much is sent once more. */
@Schema(name = "Resent", description = "How much is sent once more.")
public record Resent(
    @Schema(description = "How many events are sent from now on.", example = "12")
        int deliveries) {}
