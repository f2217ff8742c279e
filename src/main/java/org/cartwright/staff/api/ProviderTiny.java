package org.cartwright.staff.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A provider in as few words as carts and quotes need. */
@Schema(description = "A provider, in few words.")
public record ProviderTiny(
    @Schema(example = "prov_01kq3v8e5t9m2x7c4n6b1d0f8h") String id,
    @Schema(example = "Alex") String firstName,
    @Schema(example = "Rivera") @Nullable String lastName,
    @Schema(example = "alex@example.com") @Nullable String email,
    @Nullable Instant createdDate) {}
