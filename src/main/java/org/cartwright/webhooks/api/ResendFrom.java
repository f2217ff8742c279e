package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.json.Moment;

/** From when on a webhook is to be told again. */
@Schema(
    name = "ResendFrom",
    description = "Since when a webhook is to be told again.",
    example = "{\"from\": \"2026-11-28T08:00:00Z\"}")
public record ResendFrom(
    @Schema(
            description =
                "Everything that happened at this moment or later. A date alone means its first "
                    + "moment in the clinic's time zone; a date-time without an offset is UTC.")
        Moment from) {}
