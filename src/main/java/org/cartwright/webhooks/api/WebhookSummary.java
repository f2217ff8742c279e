package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A webhook. */
@Schema(name = "WebhookSummary", description = "A webhook.")
public record WebhookSummary(
    @Schema(example = "hook_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    @Schema(description = "The events it is told of, as far as the published API has them.")
        List<AlertType> subscriptions,
    @Schema(example = "https://hooks.example/cartwright") String url,
    Instant createdDate,
    @Nullable Instant updatedDate,
    @Schema(description = "The key of its events' signatures; keep it secret.") String secret,
    @Schema(example = "it@clinic.example") @Nullable String notificationEmail,
    @Schema(description = "Whether it was deleted.") @Default("false") boolean isArchived) {}
