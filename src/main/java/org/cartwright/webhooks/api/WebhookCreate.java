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
    description = "What a webhook is to be like.",
    example =
        """
        {"subscriptions": ["PAYMENT_SUCCEEDED", "REFUND_CREATED"], "url": "https://hooks.example/cartwright",
         "notificationEmail": "it@clinic.example"}""")
public record WebhookCreate(
    @Schema(
            description =
                "The events it is told of. Events that this service never causes may be named, "
                    + "but do not happen.")
        @Size(max = 100)
        List<AlertType> subscriptions,
    @Schema(
            description =
                "Where events are sent: https, a public address, port 443 or one from 1024 on.",
            example = "https://hooks.example/cartwright")
        @Size(min = 1, max = 2000)
        String url,
    @Schema(
            description = "The e-mail address to write to when an event is given up.",
            example = "it@clinic.example")
        @EmptyIsNull
        @Pattern(regexp = EmailAddress.PATTERN)
        @Size(max = 320)
        @Nullable String notificationEmail) {}
