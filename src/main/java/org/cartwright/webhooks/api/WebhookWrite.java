package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.EmptyIsNull;
import org.jspecify.annotations.Nullable;

/** A webhook of everything that happens in the house, as it is to be. */
@Schema(
    name = "WebhookWrite",
    description = "What a webhook for any events is to be like.",
    example =
        """
        {"types": ["CART_CREATED", "QUOTE_ACCEPTED", "PAYMENT_SUCCEEDED"], "url": "https://hooks.example/cartwright",
         "notificationEmail": "it@clinic.example"}""")
public record WebhookWrite(
    @Schema(description = "The events it is told of.") @Size(max = 100) List<EventType> types,
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
