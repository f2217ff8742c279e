package org.cartwright.staff.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who did something. */
@Schema(description = "Somebody who uses the service.")
public record UserTiny(
    String id,
    @Schema(example = "Sam") @Nullable String firstName,
    @Schema(example = "Lee") @Nullable String lastName,
    @Nullable String phoneNumber,
    @Schema(example = "lee@example.com") @Nullable String email,
    UserType type,
    @Nullable String locationId) {}
