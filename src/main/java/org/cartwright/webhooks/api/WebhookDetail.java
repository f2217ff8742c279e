package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook with everything it is told of. */
@Schema(name = "WebhookDetail", description = "A webhook with all its event types.")
public record WebhookDetail(
    @Schema(example = "hook_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    List<EventType> types,
    @Schema(example = "https://hooks.example/cartwright") String url,
    @Schema(example = "it@clinic.example") @Nullable String notificationEmail,
    @Schema(description = "The key of its events' signatures; keep it secret.") String secret,
    @Schema(
            description =
                "The previous one; until `previousSecretUntil` events are signed with both.")
        @Nullable String previousSecret,
    @Nullable Instant previousSecretUntil,
    @Schema(
            description =
                "Since when nothing is sent there, because it answered 410; changing it ends that.")
        @Nullable Instant disabledDate,
    Instant createdDate,
    @Nullable Instant updatedDate) {}
