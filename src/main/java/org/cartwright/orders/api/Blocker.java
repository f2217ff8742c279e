package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that keeps a draft from being placed. */
@Schema(name = "DraftBlocker", description = "One thing that keeps a draft from being placed.")
public record Blocker(
    BlockerCode code,
    @Schema(
            description = "The same in words, with what to do about it.",
            example = "There is no phone number: ask the customer for one.")
        String message,
    @Schema(description = "The line it is about, if it is about one.") @Nullable String itemId) {}
