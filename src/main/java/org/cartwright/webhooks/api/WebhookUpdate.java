package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.EmptyIsNull;
import org.cartwright.platform.json.PresentFields;
import org.jspecify.annotations.Nullable;

/** What to change of a webhook. */
@Schema(
    name = "WebhookUpdate",
    description =
        "What to change about a webhook: what is left out stays; `null` clears the "
            + "e-mail address. A disabled webhook is tried again.",
    example =
        """
        {"subscriptions": ["PATIENT_CREATED", "PATIENT_UPDATED"], "notificationEmail": null}""")
public record WebhookUpdate(
    @Schema(description = "The events it is told of; `null` leaves them as they are.")
        @Size(max = 100)
        @Nullable List<AlertType> subscriptions,
    @Schema(
            description = "Where events are sent; `null` leaves it as it is.",
            example = "https://hooks.example/cartwright")
        @Size(min = 1, max = 2000)
        @Nullable String url,
    @Schema(
            description =
                "The e-mail address to write to when an event is given up; `null` means nobody.",
            example = "it@clinic.example")
        @EmptyIsNull
        @Pattern(regexp = EmailAddress.PATTERN)
        @Size(max = 320)
        @Nullable String notificationEmail,
    @Schema(hidden = true) PresentFields given) {}
