package org.cartwright.carts.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a full request says about a cart beside its lines; who and when were checked before. */
public record CartHeading(
    String patientId,
    @Nullable String patientLocation,
    @Nullable String creatorId,
    @Nullable String notes,
    @Nullable Instant expiresDate) {}
