package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.EmptyIsNull;
import org.jspecify.annotations.Nullable;

/** A webhook as it is to be. */
@Schema(
    name = "WebhookCreate",
    description = "A webhook as it is to be.",
    example =
        """
        {"subscriptions": ["PAYMENT_SUCCEEDED", "REFUND_CREATED"], "url": "https://hooks.example/cartwright",
         "notificationEmail": "it@clinic.example"}""")
public record WebhookCreate(
    @Schema(
            description =
                "What it is told of. What nothing here causes may be named, and never happens.")
        @Size(max = 100)
        List<AlertType> subscriptions,
    @Schema(
            description =
                "Where events are sent: https, a public address, port 443 or one from 1024 on.",
            example = "https://hooks.example/cartwright")
        @Size(min = 1, max = 2000)
        String url,
    @Schema(
            description = "Who is written to when an event is given up.",
            example = "it@clinic.example")
        @EmptyIsNull
        @Pattern(regexp = EmailAddress.PATTERN)
        @Size(max = 320)
        @Nullable String notificationEmail) {}
