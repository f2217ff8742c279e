package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event on its way to a webhook, by the words of the published API. */
@Schema(
    name = "WebhookDeliveryAttemptSummary",
    description = "An event on its way to a webhook, and what became of it.")
public record WebhookDeliveryAttemptSummary(
    @Schema(
            description = "The event's id, the same however often it is sent.",
            example = "evt_01kq3v9y6t8m2c4x5z7a1b0d9e")
        String id,
    AlertType type,
    @Schema(
            description =
                "The object it happened to, the number of the event among that object's, and "
                    + "facts: ids, states and amounts.")
        Map<String, Object> data,
    @Schema(description = "When it happened.") Instant createdDate,
    @Schema(
            description = "The event itself, the same for every webhook.",
            example = "alert_01kq3v9y6t8m2c4x5z7a1b0d9e")
        String alertId,
    @Schema(description = "When it was first delivered.") @Nullable Instant deliveredDate,
    @Nullable Instant lastDeliveryAttemptDate,
    @Schema(description = "The status of the answer, if there was one.", example = "200")
        @Nullable Integer lastDeliveryAttemptStatus,
    @Schema(description = "Why the last attempt failed, in a sentence.")
        @Nullable String lastDeliveryAttemptError) {}
