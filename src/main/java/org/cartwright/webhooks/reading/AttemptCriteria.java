package org.cartwright.webhooks.reading;

import java.time.Instant;
import org.cartwright.webhooks.api.AlertType;
import org.jspecify.annotations.Nullable;

/** What attempts are asked for; what is absent is not asked. */
public record AttemptCriteria(
    @Nullable AlertType type,
    @Nullable Boolean isDelivered,
    @Nullable Instant createdBefore,
    @Nullable Instant createdAfter,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    @Nullable Instant deliveredBefore,
    @Nullable Instant deliveredAfter) {}
